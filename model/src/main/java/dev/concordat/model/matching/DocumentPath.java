package dev.concordat.model.matching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// A concrete place in a document: fields, items, and for XML elements with their position among their siblings. Its text
/// form is a path expression.
public final class DocumentPath {
  /// The whole document.
  public static final DocumentPath ROOT = new DocumentPath(List.of(new Step("$", false, -1, -1)));

  private final List<Step> steps;

  private DocumentPath(List<Step> steps) {
    this.steps = steps;
  }

  /// One step.
  ///
  /// @param sibling position among all sibling elements, -1 where the step is no element
  /// @param sameName position among the siblings of the same name, -1 where the step is no element
  record Step(String name, boolean isItem, int sibling, int sameName) {
    boolean isElement() {
      return sibling >= 0;
    }
  }

  public DocumentPath field(String name) {
    return plus(new Step(name, false, -1, -1));
  }

  public DocumentPath item(int index) {
    return plus(new Step(Integer.toString(index), true, -1, -1));
  }

  /// An XML element.
  ///
  /// @param sibling its position among all child elements of its parent
  /// @param sameName its position among those with the same name
  public DocumentPath element(String name, int sibling, int sameName) {
    return plus(new Step(name, false, sibling, sameName));
  }

  private DocumentPath plus(Step step) {
    var longer = new ArrayList<Step>(steps.size() + 1);
    longer.addAll(steps);
    longer.add(step);
    return new DocumentPath(Collections.unmodifiableList(longer));
  }

  List<Step> steps() {
    return steps;
  }

  /// How many steps there are; the root is one.
  public int length() {
    return steps.size();
  }

  /// The names of the steps after the root; an item's name is its index.
  public List<String> names() {
    return steps.stream().skip(1).map(Step::name).toList();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DocumentPath that && steps.equals(that.steps);
  }

  @Override
  public int hashCode() {
    return steps.hashCode();
  }

  @Override
  public String toString() {
    var out = new StringBuilder();
    for (Step step : steps) {
      appendStep(out, step);
    }
    return out.toString();
  }

  private static void appendStep(StringBuilder out, Step step) {
    String name = step.name();
    if (out.isEmpty()) {
      out.append(name);
    } else if (step.isItem() || isIndex(name)) {
      out.append('[').append(name).append(']');
    } else {
      appendName(out, name);
    }
  }

  /// A name below the root: `.name`, or `['a name']` where it has other characters.
  static void appendName(StringBuilder out, String name) {
    if (isPlain(name)) {
      out.append('.').append(name);
    } else {
      out.append("['").append(name.replace("\\", "\\\\").replace("'", "\\'")).append("']");
    }
  }

  private static boolean isIndex(String name) {
    return !name.isEmpty() && name.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean isPlain(String name) {
    return !name.isEmpty()
        && name.chars().allMatch(c -> Character.isLetterOrDigit(c) || "_-@#:$".indexOf(c) >= 0);
  }
}
