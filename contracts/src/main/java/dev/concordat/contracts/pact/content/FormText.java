package dev.concordat.contracts.pact.content;

import dev.concordat.contracts.http.Percent;
import dev.concordat.contracts.http.RequestFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `a=1&b=2` as names and values: a query or a form body.
public final class FormText {
  private FormText() {}

  /// Names with their values, decoded, both in the order of the text.
  public static Map<String, List<String>> parse(String text) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (RequestFields.Field field : RequestFields.query(text)) {
      values
          .computeIfAbsent(field.name(), any -> new ArrayList<>())
          .add(Percent.decodeForm(field.raw()));
    }
    return values;
  }

  /// Names and values as text, encoded.
  public static String of(Map<String, List<String>> values) {
    var pairs = new ArrayList<String>();
    values.forEach(
        (name, all) ->
            all.forEach(value -> pairs.add(Percent.encode(name) + "=" + Percent.encode(value))));
    return String.join("&", pairs);
  }

  /// The text with `+` and percent escapes replaced; a broken escape stays as it is.
  public static String decode(String text) {
    return Percent.decodeForm(text);
  }
}
