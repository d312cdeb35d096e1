package dev.concordat.contracts.openapi;

import dev.concordat.contracts.http.Encodings;
import dev.concordat.contracts.http.FieldEncoding;
import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ParameterStyle;
import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads `encoding`, `prefixEncoding` and `itemEncoding` of media types, and of encodings themselves.
final class EncodingReader {
  private static final String[] NO_TEXTS = {};

  private final Reading reading;
  private final Parameters parameters;

  EncodingReader(Reading reading, Parameters parameters) {
    this.reading = reading;
    this.parameters = parameters;
  }

  /// What a media type or an encoding says of what is inside it.
  Encodings of(ObjectNode holder) {
    Map<String, FieldEncoding> byName = new LinkedHashMap<>();
    for (ObjectNode.Member member : OpenApiReader.members(holder.get("encoding"))) {
      reading
          .object(member.value(), "the encoding of '" + member.name() + "'")
          .ifPresent(node -> byName.put(member.name(), encoding(node)));
    }
    List<FieldEncoding> prefix = new ArrayList<>();
    if (holder.get("prefixEncoding").orElse(null) instanceof ArrayNode list) {
      for (Node item : list.items()) {
        reading.object(item, "the encoding of a part").map(this::encoding).ifPresent(prefix::add);
      }
    }
    Optional<FieldEncoding> item =
        Reading.member(holder, "itemEncoding")
            .flatMap(node -> reading.object(node, "the encoding of parts"))
            .map(this::encoding);
    return byName.isEmpty() && prefix.isEmpty() && item.isEmpty()
        ? Encodings.NONE
        : new Encodings(byName, prefix, item);
  }

  private FieldEncoding encoding(ObjectNode node) {
    boolean isStyled =
        Reading.member(node, "style").isPresent()
            || Reading.flag(node, "explode").isPresent()
            || Reading.flag(node, "allowReserved").isPresent();
    ParameterStyle style =
        Reading.text(node, "style").flatMap(ParameterStyle::of).orElse(ParameterStyle.FORM);
    List<Parameter> headers =
        OpenApiReader.members(node.get("headers")).stream()
            .flatMap(member -> parameters.header(member).stream())
            .toList();
    return new FieldEncoding(
        contentTypes(node),
        headers,
        isStyled ? Optional.of(style) : Optional.empty(),
        Reading.flag(node, "explode").orElse(style == ParameterStyle.FORM),
        Reading.flag(node, "allowReserved").orElse(false),
        of(node),
        node);
  }

  /// `image/png, image/*`: a list with commas.
  private List<MediaType> contentTypes(ObjectNode node) {
    Optional<ObjectNode.Member> member = node.member("contentType");
    var types = new ArrayList<MediaType>();
    for (String text : Reading.text(node, "contentType").map(t -> t.split(",")).orElse(NO_TEXTS)) {
      Optional<MediaType> type = MediaType.parse(text);
      type.ifPresent(types::add);
      if (type.isEmpty()) {
        reading.add(
            Problem.error(
                "contract/bad-media-type",
                member.map(ObjectNode.Member::place).orElseGet(node::place),
                "'" + text.strip() + "' is not a media type",
                "write type and subtype, such as 'application/json'"));
      }
    }
    return types;
  }
}
