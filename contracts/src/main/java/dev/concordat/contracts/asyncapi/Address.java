package dev.concordat.contracts.asyncapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The address of a channel: a topic, perhaps with parameters in braces (`orders.{region}.placed`).
public final class Address {
  private final String text;
  private final List<String> names;

  /// What stands before, between and after the parameters.
  private final List<String> literals;

  private Address(String text, List<String> names, List<String> literals) {
    this.text = text;
    this.names = List.copyOf(names);
    this.literals = List.copyOf(literals);
  }

  public static Address of(String text) {
    var names = new ArrayList<String>();
    var literals = new ArrayList<String>();
    int opening = -1;
    int literal = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '{') {
        opening = i;
      } else if (text.charAt(i) == '}') {
        boolean isParameter = opening >= 0 && i > opening + 1;
        if (isParameter) {
          literals.add(text.substring(literal, opening));
          names.add(text.substring(opening + 1, i));
          literal = i + 1;
        }
        opening = -1;
      }
    }
    literals.add(text.substring(literal));
    return new Address(text, names, literals);
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
    return names.isEmpty() ? text.equals(topic) : !parametersIn(topic).isEmpty();
  }

  /// What the parameters are in a topic of this address; empty for another topic.
  public Map<String, String> parametersIn(String topic) {
    var values = new LinkedHashMap<String, String>();
    int at = literals.getFirst().length();
    if (!topic.startsWith(literals.getFirst()) || !topic.endsWith(literals.getLast())) {
      return values;
    }
    // Each parameter is as short as can be; only the last one must reach to what the topic ends
    // with.
    for (int i = 0; i < names.size(); i++) {
      String next = literals.get(i + 1);
      boolean isLast = i == names.size() - 1;
      int end = isLast ? topic.length() - next.length() : topic.indexOf(next, at + 1);
      if (end <= at) {
        return Map.of();
      }
      values.put(names.get(i), topic.substring(at, end));
      at = end + next.length();
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
