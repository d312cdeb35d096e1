package dev.concordat.report.picture;

import dev.concordat.model.flowmap.FlowMap;
import dev.concordat.model.flowmap.ValueHop;
import dev.concordat.model.flowmap.ValuePlace;
import dev.concordat.model.run.LinkView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Where values go: requests, answers, messages and rows, and which of them carries values into which. An SVG that is
/// coloured by the page's style sheet.
public final class FlowPicture {
  private static final String HEAD = "value-";
  private static final double HEIGHT = 46;

  /// Arrows beyond this number make no picture; the table has them all.
  private static final int MAX_ARROWS = 120;

  private FlowPicture() {}

  /// All values that go one way, as one arrow.
  private record Arrow(String from, String to) {}

  /// The picture as an `svg` element.
  public static String of(FlowMap map) {
    Map<String, ValuePlace> nodes = new LinkedHashMap<>();
    Map<Arrow, List<ValueHop>> arrows = new LinkedHashMap<>();
    for (ValueHop hop : map.hops()) {
      var arrow = new Arrow(name(hop.from()), name(hop.to()));
      if (arrows.size() < MAX_ARROWS || arrows.containsKey(arrow)) {
        nodes.putIfAbsent(arrow.from(), hop.from());
        nodes.putIfAbsent(arrow.to(), hop.to());
        arrows.computeIfAbsent(arrow, key -> new ArrayList<>()).add(hop);
      }
    }
    Map<String, double[]> sizes = new LinkedHashMap<>();
    nodes.forEach(
        (name, place) ->
            sizes.put(name, MapPicture.size(place.subject(), place.kind().word(), HEIGHT)));
    Map<LinkView, List<ValueHop>> links = new LinkedHashMap<>();
    arrows.forEach((arrow, hops) -> links.put(link(arrow, hops), hops));
    return draw(nodes, sizes, links);
  }

  private static String name(ValuePlace place) {
    return place.subject() + " " + place.kind().word();
  }

  private static LinkView link(Arrow arrow, List<ValueHop> hops) {
    Set<String> values = new LinkedHashSet<>();
    hops.forEach(hop -> values.add(hop.to().at()));
    String label = values.size() == 1 ? last(values.iterator().next()) : values.size() + " values";
    return new LinkView(arrow.from(), arrow.to(), label, hops.size(), state(hops));
  }

  /// The last word of a pointer.
  private static String last(String at) {
    return at.substring(at.lastIndexOf('/') + 1);
  }

  private static LinkView.State state(List<ValueHop> hops) {
    if (hops.stream().anyMatch(hop -> hop.state() == ValueHop.State.CHANGED)) {
      return LinkView.State.BROKEN;
    }
    return hops.stream().allMatch(hop -> hop.state() == ValueHop.State.LEARNED)
        ? LinkView.State.UNSEEN
        : LinkView.State.HOLDS;
  }

  private static String draw(
      Map<String, ValuePlace> nodes,
      Map<String, double[]> sizes,
      Map<LinkView, List<ValueHop>> links) {
    MapLayout layout = new MapLayout(sizes, links.keySet());
    String width = Markup.px(layout.width());
    Markup svg = new Markup();
    svg.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "class",
        "map",
        "role",
        "img",
        "viewBox",
        "0 0 " + width + " " + Markup.px(layout.height()),
        "width",
        width);
    svg.leaf("title", "Where values go");
    MapPicture.markers(svg, HEAD);
    layout.routes().forEach((link, route) -> arrow(svg, link, links, route));
    nodes.forEach((name, place) -> node(svg, place, layout.box(name)));
    return svg.close("svg").toString();
  }

  private static void arrow(
      Markup svg, LinkView link, Map<LinkView, List<ValueHop>> links, MapLayout.Route route) {
    List<String> lines = new ArrayList<>();
    for (ValueHop hop : links.getOrDefault(link, List.of())) {
      lines.add(hop.from().at() + " → " + hop.to().at() + ", " + hop.state().word());
    }
    MapPicture.arrow(svg, link, String.join("\n", lines), route, HEAD);
  }

  private static void node(Markup svg, ValuePlace place, MapLayout.Box box) {
    boolean isKept = place.kind() == ValuePlace.Kind.ROW || place.kind() == ValuePlace.Kind.MESSAGE;
    svg.open("g", "class", isKept ? "system kept" : "system");
    MapPicture.rect(svg, box, isKept ? "2" : "9");
    MapPicture.label(svg, box, 20, place.subject(), "name");
    MapPicture.label(svg, box, 36, place.kind().word(), "below");
    svg.close("g");
  }
}
