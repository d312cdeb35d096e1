package dev.concordat.registry.page;

import dev.concordat.report.picture.Markup;
import java.util.List;

/// A form that asks by GET, so that its answer has an address of its own.
final class Form {
  private final Markup page;

  private Form(Markup page) {
    this.page = page;
  }

  static Form open(Markup page, String address) {
    page.open("form", "method", "get", "action", address);
    return new Form(page);
  }

  /// A field for one of the names that there are.
  ///
  /// @param any what the choice of none is called
  Form choice(String name, String label, String any, List<String> values, String chosen) {
    page.open("label").leaf("span", label).open("select", "name", name);
    page.leaf("option", any, "value", "");
    for (String value : values) {
      if (value.equals(chosen)) {
        page.leaf("option", value, "value", value, "selected", "selected");
      } else {
        page.leaf("option", value, "value", value);
      }
    }
    if (!chosen.isEmpty() && !values.contains(chosen)) {
      page.leaf("option", chosen, "value", chosen, "selected", "selected");
    }
    page.close("select").close("label");
    return this;
  }

  /// A field for text.
  Form text(String name, String label, String value) {
    page.open("label").leaf("span", label);
    page.empty("input", "name", name, "value", value, "autocomplete", "off", "spellcheck", "false");
    page.close("label");
    return this;
  }

  void close(String button) {
    page.leaf("button", button, "type", "submit").close("form");
  }
}
