"""Every sentence that a reader sees goes through the catalogues, and the check that says so can say otherwise."""

from __future__ import annotations

import pytest

from portal.operations.literals import check_literals
from portal.operations.literals_in_code import literals_in_code
from portal.operations.literals_in_templates import literals_in_templates
from tests.architecture.sources import ROOT


def test_the_project_writes_no_sentence_past_the_translators():
    assert [str(literal) for literal in check_literals(ROOT)] == []


BAD_TEMPLATES = [
    ("<p>Hello</p>", "Hello"),
    ("<p>{% if a %}Only <b>1</b>{% endif %}</p>", "Only "),
    ("<p>{{ name }} is here</p>", "… is here"),
    ('<img src="a" alt="A person">', "alt=A person"),
    ('<button title="Close"></button>', "title=Close"),
    ('<nav aria-label="Menu"></nav>', "aria-label=Menu"),
    ('<input placeholder="Your name">', "placeholder=Your name"),
    ('<input type="submit" value="Send">', "value=Send"),
    ('<form data-failed="It was not sent."></form>', "data-failed=It was not sent."),
    ('<meta name="description" content="About us">', "content=About us"),
    ('<meta property="og:title" content="About us">', "content=About us"),
    ('{% include "a.html" with label="Go on" %}', '"Go on"'),
    ('{% include "a.html" with label="Back" only %}', '"Back"'),
    ('{{ name|default:"nobody" }}', '"nobody"'),
    ('{{ is_open|yesno:"open,closed" }}', '"open,closed"'),
    ("{{ 'Hello' }}", "'Hello'"),
    ('<a title="{{ name|default:"No name" }}">{{ x }}</a>', '"No name"'),
    ("<p>سلام</p>", "سلام"),
]


@pytest.mark.parametrize(("source", "text"), BAD_TEMPLATES)
def test_a_visible_literal_in_a_template_is_found(source, text):
    assert [found for _line, found in literals_in_templates(source)] == [text]


@pytest.mark.parametrize(
    "source",
    [
        '<p>{% translate "Hello" %}</p>',
        '<p title="{% translate "Hello" %}">{{ name }}: 12 · 50 % (…)</p>',
        "{% blocktranslate trimmed with n=3 %}Question {{ n }}{% plural %}Questions{% endblocktranslate %}",
        '{{ _("Hello")|digits }}{{ name|default:_("nobody") }}{{ at|date:"Y-m-d" }}{{ a|default:"" }}',
        "{# A comment. #}{% comment %}<p>Hello</p>{% endcomment %}<!-- Hello -->",
        '<p class="note note--info" id="main" data-step data-name="field" data-done="x-y">{{ text }}</p>',
        '{% include "a.html" with kind="info" current="me" icon="back" %}{% url "family:me" as link %}',
        '<svg viewBox="0 0 2 2" class="{{ mark_class|default:"mark" }}"><path d="M0 0h2"/></svg>',
        '{% block body_class %} class="office"{% endblock %}',
        '<script src="a.js" defer></script><kbd>Shift</kbd><bdi dir="ltr">familylinks.icrc.org</bdi> UTC',
        '<p lang="en">Design notes</p><button value="yes" name="answer">{{ label }}</button>',
        '<meta name="viewport" content="width=device-width, initial-scale=1"><input type="hidden" value="a b">',
    ],
)
def test_a_sound_template_has_no_fault(source):
    assert list(literals_in_templates(source)) == []


def test_the_line_is_named():
    ((line, _text),) = literals_in_templates("{% load i18n %}\n<p>{{ a }}\n</p>{{ b }}<p>Hello</p>")
    assert line == 3


BAD_CODE = [
    ('forms.CharField(label="Name")', "Name"),
    ('forms.CharField(help_text=f"At most {n} letters")', "At most  letters"),
    ('models.CharField(verbose_name="name")', "name"),
    ('forms.CharField(error_messages={"required": "Please"})', "Please"),
    ('forms.ChoiceField(choices=[("a", _("A")), ("b", "Bee")])', "Bee"),
    ('forms.TextInput(attrs={"placeholder": "Your name"})', "Your name"),
    ('raise ValidationError("Too long", code="long")', "Too long"),
    ('raise ValidationError("Too long: %s" % text)', "Too long: %s"),
    ('raise ValidationError("Too long: {}".format(text))', "Too long: {}"),
    ('form.add_error("file", "Too " + "large")', "Too "),
    ('messages.success(request, "Saved")', "Saved"),
    ('messages.add_message(request, 20, "Saved")', "Saved"),
    ('class Kind(models.TextChoices):\n    A = "a", "First"', "First"),
    ('class Meta:\n    verbose_name = "report"', "report"),
    ('class Meta:\n    labels = {"name": "Name"}', "Name"),
    ('field.label = "Name" if a else _("Names")', "Name"),
    ('self.error_messages["required"] = "Please"', "Please"),
]


@pytest.mark.parametrize(("source", "text"), BAD_CODE)
def test_a_visible_literal_in_code_is_found(source, text):
    assert [found for _line, found in literals_in_code(source)] == [text]


@pytest.mark.parametrize(
    "source",
    [
        'forms.CharField(label=_("Name"), help_text="", max_length=3)',
        'forms.ChoiceField(choices=Kind.choices)\nforms.ChoiceField(choices=[("", "–"), ("a", _("A"))])',
        'logger.warning("message given up: %s", code)\nlogger.error("x")',
        'raise ValueError("not a date")',
        'class Kind(models.TextChoices):\n    A = "a", _("First")',
        'messages.success(request, _("Saved") % {"n": 1})\nform.add_error(None, error)',
        'settings.title = "x"\n{"class": "input", "dir": "ltr"}',
    ],
)
def test_sound_code_has_no_fault(source):
    assert list(literals_in_code(source)) == []
