package dev.concordat.report.picture;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.run.LinkView;
import dev.concordat.model.run.SystemView;
import java.awt.AWTError;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import javax.imageio.ImageIO;

/// The map of systems and links as a PNG, for where no SVG can be shown. It is laid out as {@link MapPicture} is, and drawn by
/// Java without a screen or a browser. Its colours are those of a light page.
public final class MapImage {
  private static final double SHARPNESS = 2;

  /// Of a very large map fewer pixels are drawn, so that one picture takes at most about 100 MB while it is made.
  private static final double MAX_PIXELS = 24_000_000;

  private static final Color CARD = Color.WHITE;
  private static final Color INK = new Color(0x1a2233);
  private static final Color SOFT = new Color(0x5b6577);
  private static final Color GOOD = new Color(0x18794e);
  private static final Color BAD = new Color(0xc0271f);
  private static final Color UNKNOWN = new Color(0x8a5200);
  private static final Color DRIFTING = new Color(0x3451b2);
  private static final int NAME_SIZE = 13;
  private static final int SMALL_SIZE = 11;
  private static final double ROUND = 18;
  private static final double HEAD_LENGTH = 11;
  private static final double HEAD_HALF = 5;
  private static final double TEXT_MARGIN = 12;

  private final Graphics2D canvas;

  private MapImage(Graphics2D canvas) {
    this.canvas = canvas;
  }

  /// What came of drawing.
  public sealed interface Drawn {
    /// It is drawn.
    record Png(Bytes bytes) implements Drawn {}

    /// This machine has not what drawing needs.
    ///
    /// @param reason a sentence with what helps
    record Impossible(String reason) implements Drawn {}
  }

  /// Draws the picture of systems and links; a link's label says how it stands.
  public static Drawn of(List<SystemView> systems, List<LinkView> links) {
    try {
      measureSomething();
      MapLayout layout = new MapLayout(MapPicture.sizes(systems), new LinkedHashSet<>(links));
      return new Drawn.Png(Bytes.of(png(layout, systems)));
    } catch (NoFonts | LinkageError | InternalError | AWTError | IOException missing) {
      return new Drawn.Impossible(
          "This machine cannot draw text: it has no fonts, or not the libraries that read them ("
              + missing.getMessage()
              + "). Install fontconfig and a font, for instance fonts-dejavu-core, or use the SVG.");
    }
  }

  private static final class NoFonts extends Exception {
    private static final long serialVersionUID = 1L;

    NoFonts(RuntimeException why) {
      super(String.valueOf(why.getMessage()), why);
    }
  }

  /// Java says in many ways that a small container has no fonts; here nothing else can be the reason.
  private static void measureSomething() throws NoFonts {
    try {
      var tiny = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
      Graphics2D canvas = tiny.createGraphics();
      canvas.setFont(font(Font.BOLD, NAME_SIZE));
      if (canvas.getFontMetrics().stringWidth("M") <= 0) {
        throw new IllegalStateException("a letter has no width");
      }
      canvas.dispose();
    } catch (RuntimeException why) {
      throw new NoFonts(why);
    }
  }

  private static byte[] png(MapLayout layout, List<SystemView> systems) throws IOException {
    double width = Math.max(1, layout.width());
    double height = Math.max(1, layout.height());
    double scale = Math.min(SHARPNESS, Math.sqrt(MAX_PIXELS / (width * height)));
    BufferedImage image =
        new BufferedImage(
            (int) Math.ceil(width * scale),
            (int) Math.ceil(height * scale),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = image.createGraphics();
    try {
      canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      canvas.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      canvas.setRenderingHint(
          RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
      canvas.setColor(CARD);
      canvas.fillRect(0, 0, image.getWidth(), image.getHeight());
      canvas.scale(scale, scale);
      MapImage picture = new MapImage(canvas);
      layout.routes().forEach(picture::link);
      systems.forEach(system -> picture.system(system, layout.box(system.name())));
    } finally {
      canvas.dispose();
    }
    var out = new ByteArrayOutputStream();
    if (!ImageIO.write(image, "png", out)) {
      throw new IOException("there is no writer of PNG");
    }
    return out.toByteArray();
  }

  private void link(LinkView link, MapLayout.Route route) {
    Color colour =
        switch (link.state()) {
          case HOLDS -> GOOD;
          case BROKEN -> BAD;
          case UNSEEN -> UNKNOWN;
          case DRIFTING -> DRIFTING;
        };
    canvas.setColor(colour);
    canvas.setStroke(
        switch (link.state()) {
          case HOLDS -> new BasicStroke(1.8f);
          case BROKEN -> new BasicStroke(2.6f);
          case UNSEEN -> dashed(5, 4);
          case DRIFTING -> dashed(9, 3);
        });
    List<MapLayout.Point> points = route.points();
    canvas.draw(curve(points));
    head(points.get(Math.max(0, points.size() - 2)), points.getLast());
    boolean isBroken = link.state() == LinkView.State.BROKEN;
    canvas.setColor(isBroken ? BAD : SOFT);
    canvas.setFont(font(isBroken ? Font.BOLD : Font.PLAIN, SMALL_SIZE));
    canvas.drawString(link.label(), (float) route.label().x(), (float) route.label().y());
  }

  private static BasicStroke dashed(float line, float gap) {
    return new BasicStroke(
        1.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, new float[] {line, gap}, 0f);
  }

  /// The same chains of curves as in the SVG.
  private static Path2D curve(List<MapLayout.Point> points) {
    Path2D path = new Path2D.Double();
    path.moveTo(points.getFirst().x(), points.getFirst().y());
    int i = 1;
    for (; i + 2 < points.size(); i += 3) {
      MapLayout.Point one = points.get(i);
      MapLayout.Point two = points.get(i + 1);
      MapLayout.Point end = points.get(i + 2);
      path.curveTo(one.x(), one.y(), two.x(), two.y(), end.x(), end.y());
    }
    for (; i < points.size(); i++) {
      path.lineTo(points.get(i).x(), points.get(i).y());
    }
    return path;
  }

  private void head(MapLayout.Point before, MapLayout.Point tip) {
    double angle = Math.atan2(tip.y() - before.y(), tip.x() - before.x());
    double backX = tip.x() - HEAD_LENGTH * Math.cos(angle);
    double backY = tip.y() - HEAD_LENGTH * Math.sin(angle);
    Path2D head = new Path2D.Double();
    head.moveTo(tip.x(), tip.y());
    head.lineTo(backX - HEAD_HALF * Math.sin(angle), backY + HEAD_HALF * Math.cos(angle));
    head.lineTo(backX + HEAD_HALF * Math.sin(angle), backY - HEAD_HALF * Math.cos(angle));
    head.closePath();
    canvas.fill(head);
  }

  private void system(SystemView system, MapLayout.Box box) {
    var shape =
        new RoundRectangle2D.Double(box.x(), box.y(), box.width(), box.height(), ROUND, ROUND);
    canvas.setColor(CARD);
    canvas.fill(shape);
    canvas.setColor(INK);
    canvas.setStroke(new BasicStroke(1.4f));
    canvas.draw(shape);
    centred(system.name(), box, 20, Font.BOLD, NAME_SIZE);
    canvas.setColor(SOFT);
    centred(system.owner().team(), box, 36, Font.PLAIN, SMALL_SIZE);
  }

  /// Smaller where it would not fit: fonts differ from machine to machine.
  private void centred(String text, MapLayout.Box box, double down, int style, int size) {
    canvas.setFont(font(style, size));
    double room = box.width() - TEXT_MARGIN;
    double width = canvas.getFontMetrics().getStringBounds(text, canvas).getWidth();
    if (width > room) {
      canvas.setFont(canvas.getFont().deriveFont((float) (size * room / width)));
      width = room;
    }
    canvas.drawString(
        text, (float) (box.x() + (box.width() - width) / 2), (float) (box.y() + down));
  }

  private static Font font(int style, int size) {
    return new Font(Font.SANS_SERIF, style, size);
  }
}
