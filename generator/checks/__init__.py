"""The rules a module is checked by: one file a rule, one line a rule here."""

from __future__ import annotations

from generator.checks import (
    abbreviation_is_written_out,
    alt_text_tells_the_picture,
    card_has_room,
    claim_has_a_source,
    dose_is_not_given,
    feedback_is_kind,
    heading_says_the_point,
    heads_up_comes_first,
    id_is_free,
    ids_are_unique,
    lesson_has_its_blocks,
    lesson_length_is_right,
    lesson_parts_are_in_order,
    letter_can_be_printed,
    markup_is_not_left_over,
    minutes_add_up,
    number_is_whole,
    objective_has_a_question,
    objective_is_known,
    option_is_not_all_of_the_above,
    option_is_short,
    option_lengths_are_alike,
    paragraph_is_short,
    phone_number_is_not_typed,
    picture_fits_its_kind,
    picture_is_known,
    picture_is_used,
    question_asks_for_what_is,
    reading_is_plain,
    renamed_field_is_known,
    review_is_honest,
    revision_has_its_note,
    right_answer_moves,
    role_play_has_one_place,
    safety_claim_has_strong_evidence,
    safety_message_is_carried,
    safety_message_is_known,
    safety_message_is_triggered,
    sentence_is_short,
    sheet_asks_no_identity,
    source_is_known,
    sources_are_listed,
    table_fits_the_page,
    term_is_explained,
    term_is_used,
    timetable_is_by_thirds,
    translation_names_its_translator,
    word_is_person_first,
    word_is_plain,
    worksheet_is_known,
)
from generator.checks.across import ACROSS_RULES
from generator.checks.case import Case, Check
from generator.checks.changes import CHANGE_HAS_ITS_DAY
from generator.checks.clinic_file import CLINIC_RULES
from generator.checks.clinic_pages import CLINIC_PAGE_RULES
from generator.checks.course_file import LANGUAGE_IS_MEASURED, LANGUAGE_IS_THERE
from generator.checks.due_reviews import DUE_RULES
from generator.checks.exception_rules import EXCEPTION_RULES
from generator.checks.group_file import GROUP_RULES
from generator.checks.interface_words import LOCALE_RULES
from generator.checks.module_codes_differ import MODULE_CODES_DIFFER
from generator.checks.outside import OUTSIDE_IS_NEUTRAL
from generator.checks.overlays import OVERLAY_RULES
from generator.checks.programs import PROGRAM_RULES
from generator.checks.shared_files import SHARED_RULES
from generator.checks.sign_offs import SIGN_OFF_RULES
from generator.checks.translations import TRANSLATION_RULES
from generator.history.raised import HISTORY_RULES
from generator.language.by_language import BY_LANGUAGE_RULES
from generator.problems import Problems, in_order
from generator.rules import FILE_RULES, Rule
from generator.translations.rules import PO_RULES

CHECKS: tuple[Check, ...] = (
    abbreviation_is_written_out,
    alt_text_tells_the_picture,
    card_has_room,
    claim_has_a_source,
    dose_is_not_given,
    feedback_is_kind,
    heading_says_the_point,
    heads_up_comes_first,
    id_is_free,
    ids_are_unique,
    lesson_has_its_blocks,
    lesson_length_is_right,
    lesson_parts_are_in_order,
    letter_can_be_printed,
    markup_is_not_left_over,
    minutes_add_up,
    number_is_whole,
    objective_has_a_question,
    objective_is_known,
    option_is_not_all_of_the_above,
    option_is_short,
    option_lengths_are_alike,
    paragraph_is_short,
    phone_number_is_not_typed,
    picture_fits_its_kind,
    picture_is_known,
    picture_is_used,
    question_asks_for_what_is,
    reading_is_plain,
    renamed_field_is_known,
    review_is_honest,
    revision_has_its_note,
    right_answer_moves,
    role_play_has_one_place,
    safety_claim_has_strong_evidence,
    safety_message_is_carried,
    safety_message_is_known,
    safety_message_is_triggered,
    sentence_is_short,
    sheet_asks_no_identity,
    source_is_known,
    sources_are_listed,
    table_fits_the_page,
    term_is_explained,
    term_is_used,
    timetable_is_by_thirds,
    translation_names_its_translator,
    word_is_person_first,
    word_is_plain,
    worksheet_is_known,
)
RULES: dict[str, Rule] = {
    rule.id: rule
    for rule in (
        *FILE_RULES,
        LANGUAGE_IS_MEASURED,
        LANGUAGE_IS_THERE,
        OUTSIDE_IS_NEUTRAL,
        MODULE_CODES_DIFFER,
        *SHARED_RULES,
        *ACROSS_RULES,
        CHANGE_HAS_ITS_DAY,
        *HISTORY_RULES,
        *CLINIC_RULES,
        *CLINIC_PAGE_RULES,
        *EXCEPTION_RULES,
        *GROUP_RULES,
        *BY_LANGUAGE_RULES,
        *LOCALE_RULES,
        *OVERLAY_RULES,
        *PROGRAM_RULES,
        *TRANSLATION_RULES,
        *PO_RULES,
        *SIGN_OFF_RULES,
        *DUE_RULES,
        *(check.RULE for check in CHECKS),
    )
}


def check(case: Case) -> Problems:
    """Apply every rule to one module."""
    return in_order(problem for rule in CHECKS for problem in rule.check(case))
