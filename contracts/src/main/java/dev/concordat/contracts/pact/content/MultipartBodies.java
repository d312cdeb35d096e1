package dev.concordat.contracts.pact.content;

import dev.concordat.contracts.body.Multipart;
import dev.concordat.contracts.body.Part;
import dev.concordat.contracts.http.MediaType;
import dev.concordat.model.matching.Difference;
import dev.concordat.model.matching.DocumentPath;
import dev.concordat.model.matching.RuleList;
import dev.concordat.model.matching.RuleSet;
import dev.concordat.model.matching.ValueMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Multipart bodies: every expected part is there, by name or else by position, and matches by its own media type.
record MultipartBodies(RuleSet rules, ValueMatcher values, BodyMatcher parts) {
  List<Difference> match(DocumentPath path, TypedBody expected, TypedBody actual) {
    List<Part> wanted = parts(expected);
    List<Part> present = parts(actual);
    var found = new ArrayList<Difference>();
    if (wanted.isEmpty()) {
      return new BytesMatching(rules, values).match(path, expected, actual);
    }
    for (int i = 0; i < wanted.size(); i++) {
      Part part = wanted.get(i);
      DocumentPath place = part.name().map(path::field).orElse(path.item(i));
      Optional<Part> counterpart = counterpart(part, i, present);
      if (counterpart.isEmpty()) {
        String shown = part.name().orElse(Integer.toString(i));
        String message = "Expected a MIME part '" + shown + "' but was missing";
        found.add(new Difference(place.toString(), shown, "", "equality", message));
      } else {
        compare(place, part, counterpart.get(), found);
      }
    }
    return found;
  }

  private static Optional<Part> counterpart(Part wanted, int index, List<Part> present) {
    if (wanted.name().isEmpty()) {
      return index < present.size() ? Optional.of(present.get(index)) : Optional.empty();
    }
    return present.stream().filter(part -> part.name().equals(wanted.name())).findFirst();
  }

  private void compare(DocumentPath place, Part wanted, Part present, List<Difference> found) {
    if (wanted.isFile() != present.isFile()) {
      String message =
          String.format(
              "Expected a MIME %s '%s' but was %s",
              kind(wanted), named(wanted), present.isFile() ? "file" : "field");
      found.add(new Difference(place.toString(), kind(wanted), kind(present), "type", message));
      return;
    }
    Optional<RuleList> list = rules.exact(place);
    if (list.isPresent()) {
      found.addAll(new BytesMatching(rules, values).match(place, body(wanted), body(present)));
    } else if (!BodyTypes.admits(wanted.type(), present.type())) {
      String message =
          String.format(
              "Expected MIME part '%s' with content type '%s' but was '%s'",
              named(wanted), wanted.type(), present.type());
      found.add(
          new Difference(
              place.toString(),
              wanted.type().toString(),
              present.type().toString(),
              "equality",
              message));
    } else {
      found.addAll(parts.match(place, body(wanted), body(present)));
    }
  }

  /// Pact files often leave the boundary to the body; what is wrong with a body beside that shows as missing parts.
  private static List<Part> parts(TypedBody body) {
    byte[] bytes = body.bytes().toArray();
    MediaType type = body.mediaType();
    return type.parameter("boundary").isPresent()
        ? Multipart.parse(type, bytes).parts()
        : Multipart.guess(bytes).parts();
  }

  private static TypedBody body(Part part) {
    return new TypedBody(part.type(), part.content());
  }

  private static String named(Part part) {
    return part.name().orElse("");
  }

  private static String kind(Part part) {
    return part.isFile() ? "file" : "field";
  }
}
