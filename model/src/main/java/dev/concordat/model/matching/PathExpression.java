package dev.concordat.model.matching;

import dev.concordat.model.matching.DocumentPath.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Which places of a document a matching rule is for (Pact specification version 2, "Matchers"): `$.items[*].price`. In
/// XML an index may stand after an element or before it, and counts its position; it may also be left out.
public final class PathExpression {
  private final String text;
  private final List<PathToken> tokens;

  private PathExpression(String text, List<PathToken> tokens) {
    this.text = text;
    this.tokens = tokens;
  }

  /// Reads an expression; a missing `$` is added.
  ///
  /// @throws IllegalArgumentException with a message for people when the text is not one
  public static PathExpression parse(String text) {
    return new PathExpression(text, new PathExpressionParser(text).parse());
  }

  /// The expression for one name below the root, whatever characters it has: a header, a query parameter.
  public static PathExpression ofName(String name) {
    return new PathExpression(name, List.of(new PathToken.Root(), new PathToken.Field(name)));
  }

  /// The expression for every child of a place.
  public static PathExpression childrenOf(DocumentPath path) {
    var tokens = new ArrayList<PathToken>();
    for (Step step : path.steps()) {
      tokens.add(tokens.isEmpty() ? new PathToken.Root() : new PathToken.Field(step.name()));
    }
    tokens.add(new PathToken.AnyField());
    return new PathExpression(path + ".*", List.copyOf(tokens));
  }

  /// The same expression without its first name: `$.body.id` becomes `$.id`.
  public PathExpression withoutFirstName() {
    var rest = new ArrayList<>(tokens);
    if (rest.size() > 1) {
      rest.remove(1);
    }
    return new PathExpression(text, List.copyOf(rest));
  }

  /// The names and indexes after the root; a wildcard is `*`.
  public List<String> names() {
    return tokens.stream()
        .skip(1)
        .map(
            token ->
                switch (token) {
                  case PathToken.Field(String name) -> name;
                  case PathToken.Index(int index) -> Integer.toString(index);
                  case PathToken.AnyField() -> "*";
                  case PathToken.AnyIndex() -> "*";
                  case PathToken.Root() -> "$";
                })
        .toList();
  }

  /// The first name after the root; empty when the expression is the root or begins with an index.
  public String firstName() {
    return tokens.size() > 1 && tokens.get(1) instanceof PathToken.Field(String name) ? name : "";
  }

  /// How well the expression fits the place or one of its parents. The most specific rule wins.
  Fit fit(DocumentPath path) {
    Fit fit = fit(0, path.steps(), 0);
    return new Fit(fit.weight() * tokens.size(), fit.steps());
  }

  /// @param weight 0 when the expression does not fit
  /// @param steps how many steps of the place it covers
  record Fit(double weight, int steps) {
    boolean isFit() {
      return weight > 0;
    }

    private Fit times(int factor) {
      return new Fit(factor * weight, steps);
    }
  }

  /// Whether the expression fits this very place and not only a parent of it.
  public boolean isExactFor(DocumentPath path) {
    Fit fit = fit(path);
    return fit.isFit() && fit.steps() == path.length();
  }

  private Fit fit(int token, List<Step> steps, int step) {
    if (token == tokens.size()) {
      return new Fit(1, step);
    }
    PathToken current = tokens.get(token);
    Fit best = new Fit(0, 0);
    int here = step < steps.size() ? current.weight(steps.get(step).name()) : 0;
    if (here > 0) {
      best = fit(token + 1, steps, step + 1).times(here);
    }
    int position = positionWeight(current, steps, step);
    if (position > 0) {
      Fit skipping = fit(token + 1, steps, step).times(position);
      return skipping.weight() > best.weight() ? skipping : best;
    }
    return best;
  }

  private static int positionWeight(PathToken token, List<Step> steps, int step) {
    int before =
        step > 0 && steps.get(step - 1).isElement()
            ? token.positionWeight(steps.get(step - 1).sameName())
            : 0;
    int after =
        step < steps.size() && steps.get(step).isElement()
            ? token.positionWeight(steps.get(step).sibling())
            : 0;
    return Math.max(before, after);
  }

  /// The expression with names in lower case, for headers.
  public PathExpression lowerCase() {
    List<PathToken> lower =
        tokens.stream()
            .map(
                token ->
                    token instanceof PathToken.Field(String name)
                        ? (PathToken) new PathToken.Field(name.toLowerCase(Locale.ROOT))
                        : token)
            .toList();
    return new PathExpression(text, lower);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PathExpression that && tokens.equals(that.tokens);
  }

  @Override
  public int hashCode() {
    return tokens.hashCode();
  }

  /// The expression in one spelling, whichever it was written in: `$.items[*]['a name']`.
  public String canonical() {
    var out = new StringBuilder();
    for (PathToken token : tokens) {
      switch (token) {
        case PathToken.Root() -> out.append('$');
        case PathToken.Field(String name) -> DocumentPath.appendName(out, name);
        case PathToken.Index(int index) -> out.append('[').append(index).append(']');
        case PathToken.AnyField() -> out.append(".*");
        case PathToken.AnyIndex() -> out.append("[*]");
      }
    }
    return out.toString();
  }

  /// The expression as it was written.
  @Override
  public String toString() {
    return text;
  }
}
