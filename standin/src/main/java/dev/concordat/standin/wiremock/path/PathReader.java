package dev.concordat.standin.wiremock.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads paths.
final class PathReader extends FilterReader {
  private static final int MAX_LENGTH = 10_000;

  PathReader(String text) {
    super(text.strip());
    if (text.length() > MAX_LENGTH) {
      throw refuse("the path is longer than " + MAX_LENGTH + " characters");
    }
  }

  JsonPathExpression whole() {
    if (text.isEmpty()) {
      throw refuse("the path is empty");
    }
    List<Step> steps;
    if (text.charAt(0) == '$' || text.charAt(0) == '@') {
      at = 1;
      steps = steps();
    } else {
      steps = new ArrayList<>(List.of(afterDot()));
      steps.addAll(steps());
    }
    if (at < text.length()) {
      throw refuse("'" + text.substring(at) + "' is not expected");
    }
    return new JsonPathExpression(text, steps);
  }

  @Override
  JsonPathExpression path() {
    int start = at;
    at++;
    List<Step> steps = steps();
    return new JsonPathExpression(text.substring(start, at), steps);
  }

  private List<Step> steps() {
    var steps = new ArrayList<Step>();
    while (true) {
      if (take("..")) {
        steps.add(new Step.Deep(peek() == '[' ? bracketed() : afterDot()));
      } else if (take(".")) {
        steps.add(peek() == '[' ? bracketed() : afterDot());
      } else if (peek() == '[') {
        steps.add(bracketed());
      } else {
        return steps;
      }
    }
  }

  private Step afterDot() {
    if (take("*")) {
      return new Step.All();
    }
    int start = at;
    while (at < text.length() && !isEnd(text.charAt(at))) {
      at++;
    }
    String name = text.substring(start, at);
    if (name.isEmpty()) {
      throw refuse("a name is missing");
    }
    return take("(") ? call(name) : new Step.Members(List.of(name));
  }

  private static boolean isEnd(char c) {
    return ".[]()=!<>&|,~ \t".indexOf(c) >= 0;
  }

  private Step call(String name) {
    if (!Functions.NAMES.contains(name)) {
      throw refuse("there is no function '" + name + "()'");
    }
    var arguments = new ArrayList<Operand>();
    blanks();
    while (!take(")")) {
      arguments.add(operand());
      blanks();
      take(",");
      blanks();
    }
    return new Step.Call(name, arguments);
  }

  private Step bracketed() {
    need("[");
    blanks();
    Step step = inBrackets();
    blanks();
    need("]");
    return step;
  }

  private Step inBrackets() {
    if (take("?")) {
      blanks();
      return new Step.Matching(take("(") ? closed(filter()) : filter());
    }
    if (take("*")) {
      return new Step.All();
    }
    return peek() == '\'' || peek() == '"' ? names() : positions();
  }

  private Filter closed(Filter filter) {
    blanks();
    need(")");
    return filter;
  }

  private Step names() {
    var names = new ArrayList<String>();
    do {
      blanks();
      names.add(quoted());
      blanks();
    } while (take(","));
    return new Step.Members(names);
  }

  private Step positions() {
    Optional<Integer> first = integer();
    blanks();
    if (take(":")) {
      blanks();
      return new Step.Slice(first, integer());
    }
    var indexes = new ArrayList<Integer>();
    indexes.add(first.orElseThrow(() -> refuse("an index or a name in quotes is missing")));
    while (take(",")) {
      blanks();
      indexes.add(integer().orElseThrow(() -> refuse("an index is missing")));
      blanks();
    }
    return new Step.Items(indexes);
  }

  private Optional<Integer> integer() {
    int start = at;
    take("-");
    while (at < text.length() && Character.isDigit(text.charAt(at))) {
      at++;
    }
    String digits = text.substring(start, at);
    if (digits.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Integer.valueOf(digits));
    } catch (NumberFormatException e) {
      throw refuse("'" + digits + "' is no index");
    }
  }
}
