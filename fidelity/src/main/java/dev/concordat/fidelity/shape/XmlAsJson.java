package dev.concordat.fidelity.shape;

import dev.concordat.contracts.xml.XmlElement;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// XML as JSON, only to be compared: attributes with `@`, a list of the children of each name, and text. How children of
/// different names stand between each other is not told; white space between elements is none.
public final class XmlAsJson {
  private XmlAsJson() {}

  /// An object with one member, the root element by its expanded name.
  public static JsonObject of(XmlElement root) {
    return JsonObject.EMPTY.with(root.name(), element(root));
  }

  private static JsonValue element(XmlElement element) {
    var members = new LinkedHashMap<String, JsonValue>();
    element
        .attributes()
        .forEach((name, attribute) -> members.put("@" + name, new JsonString(attribute.value())));
    var children = new LinkedHashMap<String, List<JsonValue>>();
    for (XmlElement child : element.children()) {
      children.computeIfAbsent(child.name(), name -> new ArrayList<>()).add(element(child));
    }
    children.forEach((name, all) -> members.put(name, new JsonArray(all)));
    String text = element.rawText();
    if (members.isEmpty()) {
      return new JsonString(text);
    }
    if (!text.isBlank()) {
      members.put("text()", new JsonString(text));
    }
    return new JsonObject(members);
  }
}
