"""Names of places outside of the mainland, by which a case is known as one of data sent abroad.

Whoever moves an office tells the town (带到斯图加特去, take it home to Turin), hardly ever the word
abroad. The list names countries, what comes from them, and the towns where parents of companies in
China sit. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_CHINESE = """
    香港, 澳门, 台湾, 美国, 加拿大, 墨西哥, 巴西, 北美, 南美, 欧洲, 欧盟, 英国, 德国, 法国,
    意大利, 西班牙, 荷兰, 瑞士, 瑞典, 丹麦, 挪威, 芬兰, 爱尔兰, 比利时, 奥地利, 波兰, 俄罗斯,
    日本, 韩国, 新加坡, 印度, 印尼, 泰国, 越南, 马来西亚, 菲律宾, 东南亚, 以色列, 阿联酋, 迪拜,
    沙特, 中东, 澳大利亚, 澳洲, 新西兰, 非洲, 硅谷, 纽约, 伦敦, 巴黎, 柏林, 东京, 大阪, 名古屋,
    横滨, 首尔, 釜山, 曼谷, 河内, 胡志明市, 雅加达, 吉隆坡, 马尼拉, 孟买, 班加罗尔, 悉尼,
    墨尔本, 多伦多, 温哥华, 洛杉矶, 旧金山, 芝加哥, 波士顿, 西雅图, 慕尼黑, 法兰克福, 斯图加特,
    汉堡, 阿姆斯特丹, 苏黎世, 日内瓦, 米兰, 罗马, 马德里, 莫斯科, 都柏林, 布鲁塞尔, 维也纳,
    斯德哥尔摩, 哥本哈根, 奥斯陆, 赫尔辛基, 巴塞罗那, 里斯本, 葡萄牙, 捷克, 布拉格, 匈牙利,
    布达佩斯, 华沙, 土耳其, 伊斯坦布尔, 卡塔尔, 埃及, 尼日利亚, 肯尼亚, 南非, 巴基斯坦,
    孟加拉国, 柬埔寨, 缅甸, 老挝, 蒙古国, 哈萨克斯坦, 阿根廷, 智利, 秘鲁, 哥伦比亚, 休斯敦,
    底特律, 华盛顿, 奥克兰, 新德里, 曼彻斯特, 科隆, 里昂,
    普吉, 巴厘岛, 清迈, 芭提雅, 苏梅岛, 甲米, 马尔代夫, 宿务, 长滩岛, 济州岛, 冲绳, 北海道, 札幌,
    利兹, 利物浦, 格拉斯哥, 爱丁堡, 伯明翰, 波尔多, 汉诺威, 不来梅, 多特蒙德, 那不勒斯, 威尼斯,
    佛罗伦萨, 都灵, 塞维利亚, 卑尔根, 仁川, 阿德莱德, 惠灵顿, 卡尔加里, 约翰内斯堡, 开普敦, 圣保罗,
    福冈, 岘港, 芽庄, 金边, 仰光, 斯里兰卡, 科伦坡, 尼泊尔, 希腊, 雅典, 冰岛, 塞班, 关岛, 夏威夷,
    斐济,
    白俄罗斯, 乌克兰, 罗马尼亚, 保加利亚, 塞尔维亚, 克罗地亚, 斯洛伐克, 斯洛文尼亚, 立陶宛,
    拉脱维亚, 爱沙尼亚, 卢森堡, 摩纳哥, 马耳他, 塞浦路斯, 格鲁吉亚, 亚美尼亚, 阿塞拜疆,
    乌兹别克斯坦, 吉尔吉斯斯坦, 塔吉克斯坦, 土库曼斯坦, 伊朗, 伊拉克, 约旦, 黎巴嫩, 科威特, 阿曼,
    叙利亚, 摩洛哥, 阿尔及利亚, 突尼斯, 利比亚, 埃塞俄比亚, 坦桑尼亚, 乌干达, 安哥拉,
    莫桑比克, 赞比亚, 津巴布韦, 塞内加尔, 喀麦隆, 科特迪瓦, 毛里求斯, 厄瓜多尔, 委内瑞拉,
    玻利维亚, 巴拉圭, 乌拉圭, 巴拿马, 哥斯达黎加, 危地马拉, 牙买加, 文莱, 东帝汶, 不丹,
    巴布亚新几内亚, 惠灵顿, 内罗毕, 拉各斯, 开普敦, 约翰内斯堡, 圣保罗, 里约热内卢,
    布宜诺斯艾利斯, 加德满都, 伊斯兰堡, 卡拉奇, 利雅得, 琅勃拉邦, 基辅, 明斯克, 塔什干, 阿拉木图,
    安卡拉, 贝尔格莱德, 萨格勒布, 索非亚, 维尔纽斯, 布拉迪斯拉发, 卢布尔雅那, 德黑兰, 巴格达,
    贝鲁特, 安曼, 马斯喀特, 卡萨布兰卡, 阿尔及尔, 亚的斯亚贝巴, 达累斯萨拉姆, 坎帕拉, 达喀尔,
    圣地亚哥, 波哥大, 加拉加斯, 哈瓦那, 高雄, 堪培拉, 阿德莱德, 基督城, 卡尔加里, 魁北克, 仁川,
    大邱, 金奈, 海得拉巴, 加尔各答, 耶路撒冷, 波尔多, 那不勒斯, 威尼斯, 塞维利亚, 毕尔巴鄂,
    雷克雅未克, 萨拉热窝,
    加州, 加利福尼亚, 得克萨斯, 俄亥俄, 佛罗里达, 密歇根, 宾夕法尼亚, 伊利诺伊, 新泽西, 马萨诸塞,
    麻省, 弗吉尼亚, 俄勒冈, 亚利桑那, 犹他州, 科罗拉多, 明尼苏达, 威斯康星, 印第安纳, 田纳西,
    北卡罗来纳, 南卡罗来纳, 佐治亚, 内华达, 密苏里, 马里兰, 康涅狄格, 路易斯安那, 肯塔基, 亚拉巴马,
    爱荷华, 堪萨斯, 俄克拉荷马, 安大略, 不列颠哥伦比亚, 昆士兰, 新南威尔士, 巴伐利亚
"""
_ENGLISH = """
    tokyo, osaka, seoul, bangkok, sydney, toronto, london, paris, berlin, munich, stuttgart,
    zurich, amsterdam, new york, san francisco, american, european, germany, german,
    netherlands, holland, dutch, switzerland, swiss, ireland, irish, spain, spanish, italy, italian,
    japan, japanese, korea, korean, singapore, hong kong, united states, u.s., usa, united
    kingdom, the uk, uk, europe, the eu, france, french, india, australia, canada, the us, in
    america, chicago, boston, seattle, los angeles, silicon valley, dallas, houston, vancouver,
    montreal, frankfurt, hamburg, cologne, düsseldorf, vienna, geneva, basel, milan, rome,
    turin, madrid, barcelona, lisbon, brussels, rotterdam, eindhoven, copenhagen, stockholm,
    gothenburg, oslo, helsinki, dublin, manchester, warsaw, prague, budapest, moscow, istanbul,
    dubai, riyadh, tel aviv, nagoya, yokohama, kyoto, busan, hanoi, jakarta, kuala lumpur,
    manila, mumbai, bangalore, delhi, melbourne, auckland, sweden, swedish, denmark, danish,
    norway, norwegian, finland, finnish, belgium, belgian, austria, austrian, poland, polish,
    portugal, portuguese, czech, hungary, hungarian, greece, turkey, turkish, russia, russian,
    israel, israeli, saudi, brazil, brazilian, mexico, mexican, argentina, thailand, thai,
    vietnam, vietnamese, malaysia, malaysian, indonesia, indonesian, philippines, taiwan, macau,
    new zealand, africa, czechia, romania, bucharest, ukraine, kiev, athens, leipzig, dresden,
    nuremberg, wolfsburg, ingolstadt, detroit, atlanta, austin, san jose, san diego, washington,
    philadelphia, miami, britain, british, england, birmingham, edinburgh, scotland, lyon,
    toulouse, bologna, valencia, porto, the hague, antwerp, luxembourg, lausanne, malta, qatar,
    kuwait, abu dhabi, emirates, egypt, cairo, nigeria, kenya, pakistan, bangladesh, sri lanka,
    cambodia, myanmar, mongolia, kazakhstan, penang, perth, brisbane, ottawa, chile, colombia,
    peru, the americas, asia-pacific, aarhus, odense, aalborg, billund, esbjerg, malmö,
    phuket, bali, pattaya, chiang mai, krabi, koh samui, maldives, cebu, jeju, okinawa, hokkaido,
    leeds, liverpool, bristol, glasgow, sheffield, cardiff, marseille, bordeaux, strasbourg,
    hanover, bremen, dortmund, karlsruhe, mannheim, salzburg, naples, venice, florence, verona,
    seville, malaga, bilbao, gdansk, krakow, wroclaw, bergen, trondheim, stavanger, tampere,
    uppsala, sendai, incheon, adelaide, christchurch, wellington, calgary, pittsburgh, cleveland,
    minneapolis, denver, johannesburg, cape town, casablanca, sao paulo, buenos aires, bogota,
    sapporo, fukuoka, colombo, nepal, iceland, hawaii, guam, saipan, fiji, phnom penh, yangon,
    bulgaria, sofia, serbia, belgrade, croatia, zagreb, slovakia, bratislava, slovenia, ljubljana,
    lithuania, vilnius, latvia, estonia, tallinn, cyprus, nicosia, georgia, armenia, yerevan,
    azerbaijan, baku, uzbekistan, tashkent, kyrgyzstan, tajikistan, iran, tehran, iraq, baghdad,
    lebanon, beirut, bahrain, manama, muscat, yemen, syria, morocco, rabat, algeria, algiers,
    tunisia, libya, ethiopia, addis ababa, tanzania, dodoma, dar es salaam, uganda, kampala, ghana,
    accra, angola, luanda, mozambique, zambia, zimbabwe, senegal, dakar, cameroon, ivory coast,
    mauritius, pretoria, durban, nairobi, lagos, abuja, ecuador, quito, venezuela, caracas,
    bolivia, paraguay, uruguay, montevideo, cuba, havana, panama, costa rica, guatemala, jamaica,
    santiago, são paulo, rio de janeiro, brunei, laos, vientiane, luang prabang, taipei, kathmandu,
    dhaka, islamabad, karachi, lahore, bhutan, ulaanbaatar, astana, almaty, doha, ankara, kyiv,
    lviv, minsk, belarus, moldova, canberra, quebec, kobe, daegu, ho chi minh, saigon, hai phong,
    da nang, surabaya, bandung, davao, chennai, hyderabad, pune, kolkata, jeddah, sharjah, haifa,
    jerusalem, brno, lucerne, monaco, genoa, turku, reykjavik, albania, bosnia, sarajevo, oman,
    montenegro, macedonia, kosovo,
    ohio, texas, california, florida, michigan, pennsylvania, illinois, new jersey, massachusetts,
    virginia, oregon, arizona, utah, colorado, minnesota, wisconsin, indiana, tennessee, nevada,
    north carolina, south carolina, missouri, maryland, connecticut, louisiana, kentucky, alabama,
    iowa, kansas, oklahoma, arkansas, nebraska, delaware, idaho, wyoming, alaska, new mexico,
    new hampshire, vermont, mississippi, rhode island, ontario, british columbia, alberta,
    queensland, new south wales, bavaria
"""
PLACES_ABROAD = tuple(
    name.strip() for names in (_CHINESE, _ENGLISH) for name in names.replace("\n", " ").split(",")
)
"""The names as a normalised text has them."""


def _any_of(names: Iterable[str]) -> str:
    """An expression for one of the names, the longest first."""
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


CHINESE_ABROAD = _any_of(p for p in PLACES_ABROAD if not p.isascii())
"""An expression for one of the Chinese names."""
ENGLISH_ABROAD = _any_of(p for p in PLACES_ABROAD if p.isascii())
"""An expression for one of the English names, without what bounds a word."""
NAMED_ABROAD = re.compile(rf"{CHINESE_ABROAD}|(?<![a-z])(?:{ENGLISH_ABROAD})")
"""A name in either language, anywhere in a text."""
