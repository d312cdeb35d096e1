package dev.concordat.environment.setup.builds;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// An element of an XML file without its attributes: all that a POM needs.
///
/// @param text its own text, trimmed
/// @param line of its start tag
record XmlElement(String name, String text, List<XmlElement> children, int line) {
  Optional<XmlElement> child(String childName) {
    return children.stream().filter(child -> child.name().equals(childName)).findFirst();
  }

  /// The element at a path of names such as `build/finalName`.
  Optional<XmlElement> at(String path) {
    Optional<XmlElement> here = Optional.of(this);
    for (String step : path.split("/", -1)) {
      here = here.flatMap(element -> element.child(step));
    }
    return here;
  }

  Optional<String> textAt(String path) {
    return at(path).map(XmlElement::text).filter(text -> !text.isEmpty());
  }

  /// All elements of that name below this one.
  Stream<XmlElement> all(String wanted) {
    return children.stream()
        .flatMap(
            child ->
                Stream.concat(
                    child.name().equals(wanted) ? Stream.of(child) : Stream.empty(),
                    child.all(wanted)));
  }
}
