package dev.concordat.contracts.pact.content;

import dev.concordat.contracts.pact.content.MultipartParser.Part;
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
    List<Part> wanted = MultipartParser.parse(expected);
    List<Part> present = MultipartParser.parse(actual);
    var found = new ArrayList<Difference>();
    if (wanted.isEmpty()) {
      return new BytesMatching(rules, values).match(path, expected, actual);
    }
    for (int i = 0; i < wanted.size(); i++) {
      Part part = wanted.get(i);
      DocumentPath place = part.name().isEmpty() ? path.item(i) : path.field(part.name());
      Optional<Part> counterpart = counterpart(part, i, present);
      if (counterpart.isEmpty()) {
        String shown = part.name().isEmpty() ? Integer.toString(i) : part.name();
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
              kind(wanted), wanted.name(), present.isFile() ? "file" : "field");
      found.add(new Difference(place.toString(), kind(wanted), kind(present), "type", message));
      return;
    }
    Optional<RuleList> list = rules.exact(place);
    if (list.isPresent()) {
      found.addAll(new BytesMatching(rules, values).match(place, wanted.body(), present.body()));
    } else if (!wanted.body().mediaType().admits(present.body().mediaType())) {
      String message =
          String.format(
              "Expected MIME part '%s' with content type '%s' but was '%s'",
              wanted.name(), wanted.body().mediaType(), present.body().mediaType());
      found.add(
          new Difference(
              place.toString(),
              wanted.body().mediaType().toString(),
              present.body().mediaType().toString(),
              "equality",
              message));
    } else {
      found.addAll(parts.match(place, wanted.body(), present.body()));
    }
  }

  private static String kind(Part part) {
    return part.isFile() ? "file" : "field";
  }
}
