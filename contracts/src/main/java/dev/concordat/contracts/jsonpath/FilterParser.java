package dev.concordat.contracts.jsonpath;

import dev.concordat.contracts.jsonpath.Query.Condition;
import dev.concordat.contracts.jsonpath.Query.Operand;
import dev.concordat.contracts.jsonpath.Query.Segment;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the conditions of filters (RFC 9535 sections 2.3.5 and 2.4), and checks their types.
abstract class FilterParser extends Characters {
  private static final int MAX_NESTING = 50;
  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");
  private static final Pattern FUNCTION = Pattern.compile("([a-z][a-z0-9_]*)\\(");
  private static final List<String> OPERATORS = List.of("==", "!=", "<=", ">=", "<", ">");

  private int nesting;

  FilterParser(String text) {
    super(text);
  }

  abstract List<Segment> segments();

  final Condition condition() {
    if (++nesting > MAX_NESTING) {
      throw refuse("more than " + MAX_NESTING + " conditions stand inside one another");
    }
    var parts = new ArrayList<Condition>();
    do {
      blanks();
      parts.add(conjunction());
      blanks();
    } while (take("||"));
    nesting--;
    return parts.size() == 1 ? parts.getFirst() : new Condition.Or(List.copyOf(parts));
  }

  private Condition conjunction() {
    var parts = new ArrayList<Condition>();
    do {
      blanks();
      parts.add(basic());
      blanks();
    } while (take("&&"));
    return parts.size() == 1 ? parts.getFirst() : new Condition.And(List.copyOf(parts));
  }

  private Condition basic() {
    if (take("!")) {
      blanks();
      return new Condition.Not(peek() == '(' ? inParentheses() : test());
    }
    return peek() == '(' ? inParentheses() : testOrComparison();
  }

  private Condition inParentheses() {
    need("(");
    Condition inner = condition();
    need(")");
    return inner;
  }

  /// What stands without an operator: does a query select anything, does a text match.
  private Condition test() {
    Optional<String> function = function();
    if (function.isEmpty()) {
      return new Condition.Exists(query());
    }
    boolean isWhole = function.get().equals("match");
    if (!isWhole && !function.get().equals("search")) {
      throw refuse("`" + function.get() + "()` is no condition by itself; compare it");
    }
    Operand of = operand();
    blanks();
    need(",");
    blanks();
    Operand pattern = operand();
    close();
    return new Condition.Matches(of, pattern, isWhole);
  }

  private Condition testOrComparison() {
    int start = at;
    boolean isText = take("match(") || take("search(");
    at = start;
    if (isText) {
      return test();
    }
    boolean isQuery = peek() == '@' || peek() == '$';
    Optional<Query> query = isQuery ? Optional.of(query()) : Optional.empty();
    Optional<Operand> left = isQuery ? Optional.empty() : Optional.of(operand());
    int end = at;
    blanks();
    Optional<String> operator = OPERATORS.stream().filter(this::take).findFirst();
    if (operator.isEmpty()) {
      at = end;
      return new Condition.Exists(
          query.orElseThrow(() -> refuse("a value is no condition by itself; compare it")));
    }
    blanks();
    return new Condition.Compares(
        left.orElseGet(() -> only(query.orElseThrow())), operator.get(), operand());
  }

  private Operand only(Query query) {
    if (!query.isSingular()) {
      throw refuse("a query that may select several nodes cannot be compared");
    }
    return new Operand.Only(query);
  }

  private Query query() {
    boolean isAbsolute = take("$");
    if (!isAbsolute) {
      need("@");
    }
    return new Query(isAbsolute, segments());
  }

  private Optional<String> function() {
    Matcher matcher = FUNCTION.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    at = matcher.end();
    blanks();
    return Optional.of(matcher.group(1));
  }

  private void close() {
    blanks();
    need(")");
  }

  private Operand operand() {
    if (peek() == '@' || peek() == '$') {
      return only(query());
    }
    if (peek() == '\'' || peek() == '"') {
      return new Operand.Literal(new JsonString(quoted()));
    }
    return function().map(this::valueOf).orElseGet(this::literal);
  }

  private Operand valueOf(String function) {
    if (++nesting > MAX_NESTING) {
      throw refuse("more than " + MAX_NESTING + " functions stand inside one another");
    }
    Operand result =
        switch (function) {
          case "length" -> new Operand.Length(operand());
          case "count" -> new Operand.Count(query());
          case "value" -> new Operand.Only(query());
          case "match", "search" ->
              throw refuse("`" + function + "()` says yes or no; it cannot be compared");
          default -> throw refuse("there is no function `" + function + "`");
        };
    close();
    nesting--;
    return result;
  }

  private Operand literal() {
    Matcher number = NUMBER.matcher(text).region(at, text.length());
    if (number.lookingAt()) {
      at = number.end();
      return new Operand.Literal(new JsonNumber(number.group()));
    }
    if (take("true")) {
      return new Operand.Literal(new JsonBoolean(true));
    }
    if (take("false")) {
      return new Operand.Literal(new JsonBoolean(false));
    }
    if (take("null")) {
      return new Operand.Literal(JsonNull.NULL);
    }
    throw refuse("a value, `@` or `$` is missing");
  }
}
