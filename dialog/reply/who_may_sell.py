"""Who asks whether they may offer data at all, by what they are and whatever the data tell of: a
firm without an entity in the country (no Chinese entity, only Dublin), or a public office
(俺们区里城运中心的，车位余量能给企业用不). Pure; over normalised texts.
"""

from __future__ import annotations

import re

FOREIGN_SELLER = "境外公司在中国没有公司，能在这里挂牌卖数据吗，要先在国内注册吗？"
OF_AN_OFFICE = "消防、城管、海事、街道这类单位履职的记录，能卖给企业、保险公司吗？"

_NO_ENTITY = re.compile(
    r"(?:没有?|无|不设|未设)[^,。;?!]{0,2}(?:中国|国内|境内|大陆|内地|在华)[^,。;?!]{0,2}"
    r"(?:主体|公司|实体|子公司|法人|执照|分公司)"
    r"|(?:在|于)?(?:中国|国内|境内|大陆|内地|华)(?:也|都|还|又)?(?:没有?|无|未)[^,。;?!]{0,4}"
    r"(?:主体|公司|实体|子公司|法人|执照|分公司|注册)"
    r"|\b(?:no|without(?: an?| any)?|lack(?:s|ing)? an?) (?:chinese|china|local|mainland|prc)"
    r"(?: legal)? (?:entity|subsidiary|company|presence|branch)\b"
)
_SELLS = re.compile(
    r"(?<![外热专])卖(?![方家点场])|出售|挂牌|上架|供方|卖方|\b(?:sell|selling|list(?:ing)?"
    r"|seller|supplier)\b"
)
_BUYS = re.compile(r"(?<!业)买(?![方家断卖])|采购|\bbuy(?:ing)?\b")
_MAY = re.compile(
    r"[吗么嘛?]|能不能|可不可以|行不行|能否|可否|[行用卖]不(?=$|[,。?])"
    r"|\b(?:can|could|may|allowed|possible|do i need|do we need)\b"
)
_OFFICE = re.compile(
    r"(?:^|[,。;])(?:[你您]好|请问|[ ,])*(?:我们?|俺们?|咱们?|本|我单位)(?:是|在|这|这边|那|的"
    r"|[市区县镇乡]里?)*"
    r"[^,。;?!]{0,8}?(?:(?<!邮)(?<!药)(?<!书)(?<!时)局|[教卫经发]委|委办|街道办?|城运中心"
    r"|大数据中心|管委会|政府|机关"
    r"|城管|消防(?:队|支队|大队|局)|环卫所|管理所|监管所|公安|法院|检察院)(?:的|里|手里|手上"
    r"|这边)?(?=$|[,。;?!想有能把掌攒管]|(?<=的)[^,。;?!])"
)
_TO_FIRMS = re.compile(
    r"(?:给|供|让|卖给|开放给|共享给)[^,。;?!]{0,6}?(?:企业|公司|外面|社会|平台|商家|机构)"
    r"|(?<![外热专])卖(?![方家点场])"
    r"|出售|挂牌|上架|变现|收费"
)
_OTHER = re.compile(
    r"下属|事业单位|[想要]查|查询|授权运营|个人信息|出境|境外|买数据|采购|罚|怎么定价|谁来定|定价|拍个?价|评估|登记|开放平台"
    r"|申请"
)


def seller_wording(text: str) -> str:
    """The wording of the document on such a seller; empty for others."""
    if _NO_ENTITY.search(text) and _SELLS.search(text) and _MAY.search(text):
        return "" if _BUYS.search(text) else FOREIGN_SELLER
    office = _OFFICE.search(text) and _TO_FIRMS.search(text) and _MAY.search(text)
    return OF_AN_OFFICE if office and not _OTHER.search(text) else ""
