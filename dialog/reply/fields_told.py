"""A list of fields that a visitor types as they stand in a table (姓名 手机号 车牌 行驶轨迹): it
tells what is in their data, and asks nothing. Pure.
"""

from __future__ import annotations

import re

from dialog.reply.held_lists import fields_held
from dialog.reply.kept import kept
from knowledge.text import is_english, normalise

_LONGEST = 80
"""Characters beyond which a text tells more than fields; English has twice as many."""
_LEAST = 3
"""Fields that make a list; fewer do where the text says that they are fields."""
_FIELD = re.compile(
    r"(?:客户|用户|会员|司机|车主|乘客|患者|学生|员工|买家|收件人|联系人|设备|商品|企业|公司|门店"
    r"|订单|车辆)?的?"
    r"(?:姓名|名字|名称|昵称|手机号?码?|电话号?码?|号码|微信号?|邮箱|身份证号?码?|护照号?|证件号码?"
    r"|车牌号?码?|车架号|车型|(?:行驶|行车|行踪|活动|运动|车辆|gps)?(?:轨迹|路线)"
    r"|(?:实时)?(?:位置|定位)|经纬度|坐标|(?:收货|家庭|联系|居住)?(?:住址|地址)"
    r"|性别|年龄|生日|出生(?:日期|年月)|民族|籍贯|学历|职业|职务|岗位|部门|工号|收入|工资"
    r"|(?:下单|进出?|出入|进场|出场|上车|下车|消费|交易|检测|记录)?时间|日期|时间戳"
    r"|金额|单?价格?|数量|销量|重量|尺寸|规格|型号|品类|类别|商品|编号|序列号|(?:订|运|快递)单号?"
    r"|(?:银行)?卡号?|温度|湿度|压力|电压|电流|转速|流量|能耗|速度|里程|油耗|电量|产量|浓度|噪声"
    r"|病历号?|诊断|处方|血压|血糖|心率|身高|体重|成绩|分数|班级|学校|学号|公司名?|单位|(?:设备)?id"
    r"|ip地址|mac地址|imei|(?:浏览|消费|通话|聊天|借阅|就诊|购买)记录|评分|备注|积分|照片|人脸|指纹)"
    r"|(?:full |user |customer |driver |first |last )?names?"
    r"|(?:mobile |cell |phone |telephone )?(?:phones?|numbers?)|e-?mails?(?: address(?:es)?)?"
    r"|address(?:es)?|id(?: (?:card|numbers?))?|passports?(?: numbers?)?"
    r"|(?:number |licen[cs]e )?plates?(?: numbers?)?"
    r"|(?:gps |driving |vehicle )?(?:tracks?|trajector(?:y|ies)|routes?|locations?|positions?)"
    r"|gender|sex|ages?|birthdays?|dates?(?: of birth)?|times?(?:stamps?)?|amounts?|prices?"
    r"|quantit(?:y|ies)|orders?(?: (?:ids?|numbers?))?|products?|temperature|humidity|pressure"
    r"|voltage|speed|mileage|device ids?|grades?|diagnos[ei]s|blood pressure|heart rates?"
    r"|salar(?:y|ies)"
)
_LEAD = re.compile(
    r"^(?:我们?|咱们?|这[批份些]|手里|的|数据|表格?|里[面头]?|主要|大概|就|是|有|包括|包含|含有?|带|分别"
    r"|our|the|these|data|it|table|has|have|contains?|includes?|with|are|is|[:, ])*"
    r"(?P<named>(?:数据)?(?:字段|列名?|表头|fields?|columns?)"
    r"(?:如下|包括|包含|有|是|are|:| )*)?[:, ]*"
)
_END = re.compile(r"(?:等等?|这些|这几[个样项]|之类的?|几[个项]?字段|字段|[。.!；;])+$")
_APART = re.compile(r"[\s、/,;|+]+|(?:以及|还有|和|与)|\band\b")
_APART_ENGLISH = re.compile(r"\s*[、/,;|+]\s*(?:and )?|\s+and\s+")


@kept
def fields_told(text: str) -> tuple[str, ...]:
    """The fields that a text lists, and nothing else; none where it does."""
    plain = normalise(text).strip()
    english = is_english(plain)
    if not plain or len(plain) > _LONGEST * (2 if english else 1):
        return ()
    read = _LEAD.match(plain)
    named = read is not None and bool(read["named"])
    rest = _END.sub("", plain[read.end() if read is not None else 0 :]).strip()
    listed = tuple(f for f in (_APART_ENGLISH if english else _APART).split(rest) if f)
    enough = len(listed) >= (_LEAST - named)
    fields = enough and all(map(_FIELD.fullmatch, listed))
    return listed if fields else fields_held(plain)


def as_told(text: str) -> str:
    """A list of fields as a sentence that tells what is in the data; empty for any other text."""
    fields = fields_told(text)
    if not fields:
        return ""
    if is_english(text):
        return f"Our data has {', '.join(fields)}"
    return f"我们的数据里有{'、'.join(fields)}"
