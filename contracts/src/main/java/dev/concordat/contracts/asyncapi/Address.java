package dev.concordat.contracts.asyncapi;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The address of a channel: a topic, perhaps with parameters in braces (`orders.{region}.placed`).
public final class Address {
  private static final Pattern PARAMETER = Pattern.compile("\\{([^{}]+)\\}");

  private final String text;
  private final List<String> names;
  private final Pattern pattern;

  private Address(String text, List<String> names, Pattern pattern) {
    this.text = text;
    this.names = names;
    this.pattern = pattern;
  }

  public static Address of(String text) {
    var names = new ArrayList<String>();
    var pattern = new StringBuilder();
    Matcher matcher = PARAMETER.matcher(text);
    int at = 0;
    while (matcher.find()) {
      pattern.append(Pattern.quote(text.substring(at, matcher.start()))).append("(.+?)");
      names.add(matcher.group(1));
      at = matcher.end();
    }
    pattern.append(Pattern.quote(text.substring(at)));
    return new Address(text, List.copyOf(names), Pattern.compile(pattern.toString()));
  }

  /// The address as written.
  public String text() {
    return text;
  }

  public List<String> parameterNames() {
    return names;
  }

  /// Whether the topic is one of this address; a parameter is never empty.
  public boolean matches(String topic) {
    return names.isEmpty() ? text.equals(topic) : pattern.matches(topic);
  }

  /// What the parameters are in a topic of this address; empty for another topic.
  public Map<String, String> parametersIn(String topic) {
    var values = new LinkedHashMap<String, String>();
    Matcher matcher = pattern.matcher(topic);
    if (matcher.matches()) {
      for (int i = 0; i < names.size(); i++) {
        values.put(names.get(i), matcher.group(i + 1));
      }
    }
    return values;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Address that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
