package dev.concordat.contracts.stub;

import dev.concordat.model.place.Place;
import java.util.List;

/// Something that holds for the requests that a stub answers.
public sealed interface RequestCondition {
  /// Where it is written.
  Place place();

  /// A part of the request has a value like this.
  ///
  /// @param name which header, parameter, cookie or field; empty for parts of which there is one
  record On(RequestPart part, String name, ValuePattern pattern, Place place)
      implements RequestCondition {}

  /// The request is like one of these.
  record AnyOf(List<StubRequest> alternatives, Place place) implements RequestCondition {
    public AnyOf {
      alternatives = List.copyOf(alternatives);
    }
  }

  /// The request is not like this.
  record Not(StubRequest request, Place place) implements RequestCondition {}

  /// The body is of several parts, and one of them, or each, is like this.
  ///
  /// @param isEach whether all parts must be
  /// @param name the part's name; empty where any may be meant
  /// @param of what holds for the part's headers and content
  record InPart(boolean isEach, String name, List<On> of, Place place) implements RequestCondition {
    public InPart {
      of = List.copyOf(of);
    }
  }

  /// What cannot be judged from the file alone: a script, a class.
  ///
  /// @param what names it, for people
  record Unjudged(String what, Place place) implements RequestCondition {}
}
