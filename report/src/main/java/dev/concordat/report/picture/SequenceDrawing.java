package dev.concordat.report.picture;

import java.util.List;

/// Draws arrows between lifelines.
final class SequenceDrawing {
  private static final double CHARACTER = 6.6;
  private static final double MIN_GAP = 170;
  private static final double MAX_GAP = 300;
  private static final double HEAD = 34;
  private static final double STEP = 30;
  private static final double SIDE = 70;
  private static final double PAGE_WIDTH = 1080;
  private static final double NARROWEST_GAP = 104;
  private static final int LABEL_LIMIT = 44;

  private final List<String> lifelines;

  SequenceDrawing(List<String> lifelines) {
    this.lifelines = lifelines;
  }

  String draw(List<SequencePicture.Arrow> arrows, int all) {
    double gap = gap(arrows);
    double width = 2 * SIDE + gap * (lifelines.size() - 1);
    double height = HEAD + STEP * (arrows.size() + 1);
    Markup svg = new Markup();
    svg.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "class",
        "sequence",
        "role",
        "img",
        "viewBox",
        "0 0 " + Markup.px(width) + " " + Markup.px(height),
        "width",
        Markup.px(width));
    svg.leaf("title", "What happened, in order (" + all + " messages)");
    for (int i = 0; i < lifelines.size(); i++) {
      lifeline(svg, lifelines.get(i), SIDE + gap * i, height);
    }
    double y = HEAD + STEP;
    for (SequencePicture.Arrow arrow : arrows) {
      arrow(svg, arrow, gap, y);
      y += STEP;
    }
    return svg.close("svg").toString();
  }

  /// Wide enough for the longest label, but no wider than a page shows.
  private double gap(List<SequencePicture.Arrow> arrows) {
    int longest =
        arrows.stream()
            .mapToInt(a -> Math.min(LABEL_LIMIT, a.label().length() + 4))
            .max()
            .orElse(0);
    double wanted = Math.clamp(longest * CHARACTER + 24, MIN_GAP, MAX_GAP);
    double room = (PAGE_WIDTH - 2 * SIDE) / Math.max(1, lifelines.size() - 1);
    return Math.max(NARROWEST_GAP, Math.min(wanted, room));
  }

  private static void lifeline(Markup svg, String name, double x, double height) {
    svg.empty(
        "line",
        "x1",
        Markup.px(x),
        "x2",
        Markup.px(x),
        "y1",
        Markup.px(HEAD),
        "y2",
        Markup.px(height),
        "class",
        "life");
    double half = Math.max(46, name.length() * CHARACTER / 2 + 12);
    svg.empty(
        "rect",
        "x",
        Markup.px(x - half),
        "y",
        "4",
        "width",
        Markup.px(2 * half),
        "height",
        "24",
        "rx",
        "6",
        "class",
        "who");
    svg.leaf("text", name, "x", Markup.px(x), "y", "20", "class", "name");
  }

  private void arrow(Markup svg, SequencePicture.Arrow arrow, double gap, double y) {
    double from = SIDE + gap * lifelines.indexOf(arrow.from());
    double to = SIDE + gap * lifelines.indexOf(arrow.to());
    double towards = Math.signum(to - from);
    svg.open("g", "class", "arrow " + arrow.look().word());
    String label = label(arrow, Math.abs(to - from));
    if (towards == 0) {
      svg.leaf(
          "text",
          label + " (to itself)",
          "x",
          Markup.px(from + 8),
          "y",
          Markup.px(y),
          "class",
          "note");
    } else {
      svg.empty(
          "line",
          "x1",
          Markup.px(from),
          "x2",
          Markup.px(to - towards * 5),
          "y1",
          Markup.px(y),
          "y2",
          Markup.px(y));
      String tip = Markup.px(to) + " " + Markup.px(y);
      String back = Markup.px(to - towards * 8);
      svg.empty(
          "path",
          "d",
          "M" + tip + "L" + back + " " + Markup.px(y - 4) + "V" + Markup.px(y + 4) + "z");
      svg.leaf(
          "text", label, "x", Markup.px((from + to) / 2), "y", Markup.px(y - 5), "class", "what");
    }
    svg.close("g");
  }

  private static String label(SequencePicture.Arrow arrow, double room) {
    int fitting = room == 0 ? LABEL_LIMIT : (int) Math.min(LABEL_LIMIT, (room - 10) / CHARACTER);
    String text = arrow.label();
    String shown = text.length() <= fitting ? text : text.substring(0, fitting - 1) + "…";
    return arrow.times() == 1 ? shown : shown + " ×" + arrow.times();
  }
}
