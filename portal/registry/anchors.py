"""When the events were by which people remember a time (floor 5). Facts of the public record, as EDTF.

"During" is not a day: where the record gives the day on which something began, the days around it are meant.
"""

from .enums import Anchor

# The attack: 20 January 2022 (joint statement of Syrian organizations, January 2022). The government ended on
# 8 December 2024. The transfers began after the clashes of about 20 January 2026 and ended on 12 February 2026.
WHEN: dict[str, str] = {
    Anchor.SINAA: "2022-01-20~",
    Anchor.END_OF_ASSAD: "2024-12-08~",
    Anchor.TRANSFERS: "2026-01-20/2026-02-12",
}
