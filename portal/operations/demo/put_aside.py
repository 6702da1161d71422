"""Three invented registrations that people check first: a helper who was fast, a full day, and a program (floor 8)."""

from portal.registry.content import NameContent, RegistrationContent
from portal.registry.enums import Knowledge, RegistrationKind, Relationship, Sex, TrustReason

from .families import ALL_YES, Family

PUT_ASIDE: tuple[tuple[Family, TrustReason], ...] = (
    (
        Family(
            key="demo-put-aside-1",
            note="Arab, Deir ez-Zor: real; a neighbour pasted what was ready, so it was fast",
            safe_word="نخلة",
            content=RegistrationContent(
                names=(NameContent(full="هيثم جاسم الدليمي", given="هيثم", father="جاسم", family="الدليمي"),),
                language="ar",
                applicant_name="وضحة جاسم",
                relationship=Relationship.MOTHER,
                sex=Sex.MALE,
                birth_date="1995",
                nationality="SY",
                date_knowledge=Knowledge.KNOWN,
                date="2017-09",
                place_knowledge=Knowledge.KNOWN,
                place_as_told="الميادين، عند معبر على النهر",
                consents=ALL_YES,
            ),
        ),
        TrustReason.HURRY,
    ),
    (
        Family(
            key="demo-put-aside-2",
            note="Kurdish, Amude: real; on a day on which many came without a proof",
            safe_word="sêv",
            content=RegistrationContent(
                names=(NameContent(full="Ciwan Elî Berko", given="Ciwan", father="Elî", family="Berko"),),
                kind=RegistrationKind.DETAINED,
                language="ku",
                applicant_name="Nesrîn Berko",
                relationship=Relationship.SISTER,
                sex=Sex.MALE,
                birth_date="1989",
                nationality="SY",
                date_knowledge=Knowledge.UNKNOWN,
                place_knowledge=Knowledge.KNOWN,
                place_as_told="Li ser riya Qamişlo",
                consents=ALL_YES,
            ),
        ),
        TrustReason.CROWD,
    ),
    (
        Family(
            key="demo-put-aside-3",
            note="A program that fills in everything",
            safe_word="xxxxxx",
            content=RegistrationContent(
                names=(NameContent(full="asdf asdf"),),
                language="en",
                applicant_name="Best Offers",
                relationship=Relationship.OTHER,
                relationship_as_written="click here",
                consents=ALL_YES,
            ),
        ),
        TrustReason.TRAP,
    ),
)
