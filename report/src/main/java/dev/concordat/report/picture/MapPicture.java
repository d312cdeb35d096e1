package dev.concordat.report.picture;

import dev.concordat.model.finding.Incident;
import dev.concordat.model.run.LinkView;
import dev.concordat.model.run.PartView;
import dev.concordat.model.run.RunReport;
import dev.concordat.model.run.SystemView;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The map: who talks to whom, and which links hold. An SVG that is coloured by the page's style sheet.
public final class MapPicture {
  private static final String HEAD = "head-";
  private static final double CHARACTER = 7.6;
  private static final double MIN_WIDTH = 108;
  private static final double BOX_PADDING = 32;
  private static final double SYSTEM_HEIGHT = 46;
  private static final double PART_HEIGHT = 50;
  private static final double CAP = 6;

  private MapPicture() {}

  /// The picture as an `svg` element.
  public static String of(RunReport run) {
    Map<String, Long> incidents =
        run.incidents().stream()
            .map(Incident::main)
            .collect(Collectors.groupingBy(main -> main.system(), Collectors.counting()));
    return draw(run.systems(), run.parts(), run.links(), incidents, MapPicture::seen, "");
  }

  /// The picture of systems and links that no run saw; a link's label says how it stands.
  ///
  /// @param style our own style sheet, written into the picture; empty where the page colours it
  public static String of(List<SystemView> systems, List<LinkView> links, String style) {
    return draw(systems, List.of(), links, Map.of(), MapPicture::stands, style);
  }

  private static String seen(LinkView link) {
    return link.from() + " → " + link.to() + ": " + link.exchanges() + " seen on " + link.label();
  }

  private static String stands(LinkView link) {
    return link.from() + " → " + link.to() + ": " + link.label();
  }

  private static String draw(
      List<SystemView> systems,
      List<PartView> parts,
      List<LinkView> all,
      Map<String, Long> incidents,
      Function<LinkView, String> title,
      String style) {
    Map<String, double[]> sizes = sizes(systems);
    parts.forEach(p -> sizes.put(p.name(), size(p.name(), p.product(), PART_HEIGHT)));
    Set<LinkView> links =
        all.stream()
            .filter(link -> sizes.containsKey(link.from()) && sizes.containsKey(link.to()))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    MapLayout layout = new MapLayout(sizes, links);
    String width = Markup.px(layout.width());
    String box = "0 0 " + width + " " + Markup.px(layout.height());
    Markup body = new Markup();
    body.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "class",
        "map",
        "role",
        "img",
        "viewBox",
        box,
        "width",
        width);
    body.leaf("title", "Systems, parts and links");
    if (!style.isEmpty()) {
      body.open("style").raw(style).close("style");
    }
    markers(body, HEAD);
    layout.routes().forEach((link, route) -> arrow(body, link, title.apply(link), route, HEAD));
    parts.forEach(part -> part(body, part, layout.box(part.name())));
    systems.forEach(
        system ->
            system(
                body,
                system,
                layout.box(system.name()),
                incidents.getOrDefault(system.name(), 0L)));
    return body.close("svg").toString();
  }

  /// Width and height of each system by its name.
  static Map<String, double[]> sizes(List<SystemView> systems) {
    Map<String, double[]> sizes = new LinkedHashMap<>();
    systems.forEach(s -> sizes.put(s.name(), size(s.name(), s.owner().team(), SYSTEM_HEIGHT)));
    return sizes;
  }

  static double[] size(String name, String below, double height) {
    double widest = Math.max(name.length() * CHARACTER, below.length() * CHARACTER * 0.84);
    return new double[] {Math.max(MIN_WIDTH, widest + BOX_PADDING), height};
  }

  /// The heads of arrows, one for each state.
  ///
  /// @param prefix of their ids, which one page has once
  static void markers(Markup svg, String prefix) {
    svg.open("defs");
    for (LinkView.State state : LinkView.State.values()) {
      svg.open(
          "marker",
          "id",
          prefix + word(state),
          "viewBox",
          "0 0 10 10",
          "refX",
          "9",
          "refY",
          "5",
          "markerWidth",
          "7",
          "markerHeight",
          "7",
          "orient",
          "auto-start-reverse");
      svg.empty("path", "d", "M0 0L10 5L0 10z", "class", "head " + word(state));
      svg.close("marker");
    }
    svg.close("defs");
  }

  /// @param prefix of the ids of arrows' heads
  static void arrow(Markup svg, LinkView link, String title, MapLayout.Route route, String prefix) {
    svg.open("g", "class", "link " + word(link.state()));
    svg.leaf("title", title);
    svg.empty(
        "path",
        "d",
        curve(route.points()),
        "marker-end",
        "url(#" + prefix + word(link.state()) + ")");
    svg.leaf(
        "text",
        link.label(),
        "x",
        Markup.px(route.label().x()),
        "y",
        Markup.px(route.label().y()),
        "class",
        "label");
    svg.close("g");
  }

  /// ELK's splines are chains of cubic Bézier curves: start, then three points each; a shorter rest is drawn straight.
  static String curve(List<MapLayout.Point> points) {
    StringBuilder path = new StringBuilder("M" + at(points.getFirst()));
    int i = 1;
    for (; i + 2 < points.size(); i += 3) {
      path.append('C').append(at(points.get(i)));
      path.append(' ').append(at(points.get(i + 1)));
      path.append(' ').append(at(points.get(i + 2)));
    }
    for (; i < points.size(); i++) {
      path.append('L').append(at(points.get(i)));
    }
    return path.toString();
  }

  private static String at(MapLayout.Point point) {
    return Markup.px(point.x()) + " " + Markup.px(point.y());
  }

  private static void system(Markup svg, SystemView system, MapLayout.Box box, long incidents) {
    boolean isStandIn = system.kind() == SystemView.Kind.STAND_IN;
    svg.open(
        "g", "class", "system" + (isStandIn ? " stand-in" : "") + (incidents > 0 ? " guilty" : ""));
    svg.leaf("title", system.name() + (system.note().isEmpty() ? "" : ": " + system.note()));
    rect(svg, box, "9");
    label(svg, box, 20, system.name(), "name");
    label(svg, box, 36, isStandIn ? "stand-in" : system.owner().team(), "below");
    if (incidents > 0) {
      String x = Markup.px(box.x() + box.width());
      svg.empty("circle", "cx", x, "cy", Markup.px(box.y()), "r", "10", "class", "badge");
      svg.leaf(
          "text",
          Long.toString(incidents),
          "x",
          x,
          "y",
          Markup.px(box.y() + 4),
          "class",
          "badge-count");
    }
    svg.close("g");
  }

  private static void part(Markup svg, PartView part, MapLayout.Box box) {
    svg.open("g", "class", "part");
    svg.leaf("title", part.product() + " at " + part.address());
    double top = box.y() + CAP;
    double bottom = box.y() + box.height() - CAP;
    double right = box.x() + box.width();
    String arc = " " + Markup.px(box.width() / 2) + " " + Markup.px(CAP) + " 0 0 ";
    svg.empty(
        "path",
        "d",
        "M"
            + Markup.px(box.x())
            + " "
            + Markup.px(top)
            + "V"
            + Markup.px(bottom)
            + "A"
            + arc
            + "0 "
            + Markup.px(right)
            + " "
            + Markup.px(bottom)
            + "V"
            + Markup.px(top)
            + "A"
            + arc
            + "0 "
            + Markup.px(box.x())
            + " "
            + Markup.px(top)
            + "A"
            + arc
            + "0 "
            + Markup.px(right)
            + " "
            + Markup.px(top));
    label(svg, box, 27, part.name(), "name");
    label(svg, box, 41, part.product(), "below");
    svg.close("g");
  }

  static void rect(Markup svg, MapLayout.Box box, String radius) {
    svg.empty(
        "rect",
        "x",
        Markup.px(box.x()),
        "y",
        Markup.px(box.y()),
        "width",
        Markup.px(box.width()),
        "height",
        Markup.px(box.height()),
        "rx",
        radius);
  }

  static void label(Markup svg, MapLayout.Box box, double down, String text, String name) {
    svg.leaf(
        "text",
        text,
        "x",
        Markup.px(box.x() + box.width() / 2),
        "y",
        Markup.px(box.y() + down),
        "class",
        name);
  }

  static String word(LinkView.State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
