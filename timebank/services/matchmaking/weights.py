"""How an antenna weighs what speaks for a helper: its rules, as the matching engine takes them."""

from timebank.domain.rules import Rules
from timebank.matching.inputs import Weights


def weights_of(rules: Rules) -> Weights:
    """The antenna's weights, in metres of walking."""
    return Weights(
        load=rules.weight_load_metres,
        no_lately=rules.weight_no_metres,
        known=rules.weight_known_metres,
        balance_hour=rules.weight_balance_metres,
        mother_tongue=rules.weight_language_metres,
        never_asked=rules.weight_new_helper_metres,
    )
