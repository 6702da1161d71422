"""What is personal on a model: each model declares it, a test fails on an undeclared field (floor 0).

Sensitivity: S0 public if consented, S1 internal, S2 restricted to the case team, S3 sealed.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class PersonalData:
    """The declaration a model carries as `personal_data`.

    `fields` maps a field's name to its class S0..S3; `technical` names fields that say nothing about a person;
    `use` says in one line what the data is for; `retention` how long it is kept. `in_clear` says of each field of class
    S3 that is not encrypted why it is not.
    """

    use: str
    retention: str
    fields: dict[str, str] = field(default_factory=dict)
    technical: tuple[str, ...] = ()
    in_clear: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        unknown = set(self.fields.values()) - {"S0", "S1", "S2", "S3"}
        if unknown:
            raise ValueError(f"Unknown sensitivity: {sorted(unknown)}")


NOTHING_PERSONAL = PersonalData(use="no personal data", retention="as long as the installation lives")
