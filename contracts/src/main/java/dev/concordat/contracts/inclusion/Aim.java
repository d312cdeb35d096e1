package dev.concordat.contracts.inclusion;

import dev.concordat.contracts.schema.Schema;
import java.util.List;
import java.util.Set;

/// What a value that is looked for must do besides: where it must differ, and how.
public sealed interface Aim {
  /// It keeps the schema.
  record Keeps(Schema schema) implements Aim {}

  /// It does not keep the schema.
  record Breaks(Schema schema) implements Aim {}

  /// It is an object with this member, whose value does this.
  record Member(String name, Aim value) implements Aim {}

  /// It is an object without this member.
  record Lacks(String name) implements Aim {}

  /// It is an object with a member whose name matches, and whose value does this.
  ///
  /// @param pattern a regular expression of ECMA-262
  record Matching(String pattern, Aim value) implements Aim {}

  /// It is an object with a member of another name than these, matching none of these patterns, whose value does this.
  record Another(Set<String> names, List<String> patterns, Aim value) implements Aim {
    public Another {
      names = Values.inOrder(names);
      patterns = List.copyOf(patterns);
    }
  }

  /// It is an array with an item, at this position or behind, that does this.
  record Item(int from, Aim value) implements Aim {}

  /// It is an array whose item at this position does this.
  record ItemAt(int position, Aim value) implements Aim {}

  /// All of these.
  record All(List<Aim> aims) implements Aim {
    public All {
      aims = List.copyOf(aims);
    }
  }

  /// One of these.
  record Any(List<Aim> aims) implements Aim {
    public Any {
      aims = List.copyOf(aims);
    }
  }
}
