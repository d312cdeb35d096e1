package dev.concordat.report.picture;

import dev.concordat.model.run.LinkView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/// Where the boxes and arrows of a map go: ELK's layered layout, from left to right.
final class MapLayout {
  private static final double NODE_GAP = 34;
  private static final double LAYER_GAP = 64;
  private static final double PADDING = 16;
  private static final double LABEL_HEIGHT = 14;
  private static final double LABEL_CHARACTER = 6.4;

  private final ElkNode graph = ElkGraphUtil.createGraph();
  private final Map<String, ElkNode> nodes = new LinkedHashMap<>();
  private final Map<LinkView, ElkEdge> edges = new LinkedHashMap<>();

  static {
    LayoutMetaDataService.getInstance()
        .registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
  }

  record Point(double x, double y) {}

  record Box(double x, double y, double width, double height) {}

  record Route(List<Point> points, Point label) {}

  MapLayout(Map<String, double[]> sizes, Set<LinkView> links) {
    graph.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
    graph.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
    graph.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.SPLINES);
    graph.setProperty(CoreOptions.SPACING_NODE_NODE, NODE_GAP);
    graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, LAYER_GAP);
    graph.setProperty(CoreOptions.PADDING, new ElkPadding(PADDING));
    sizes.forEach(
        (name, size) -> {
          ElkNode node = ElkGraphUtil.createNode(graph);
          node.setIdentifier(name);
          node.setDimensions(size[0], size[1]);
          nodes.put(name, node);
        });
    links.forEach(this::connect);
    new RecursiveGraphLayoutEngine().layout(graph, new BasicProgressMonitor());
  }

  private void connect(LinkView link) {
    ElkNode from = nodes.get(link.from());
    ElkNode to = nodes.get(link.to());
    if (from == null || to == null) {
      return;
    }
    ElkEdge edge = ElkGraphUtil.createSimpleEdge(from, to);
    ElkLabel label = ElkGraphUtil.createLabel(link.label(), edge);
    label.setDimensions(link.label().length() * LABEL_CHARACTER, LABEL_HEIGHT);
    edges.put(link, edge);
  }

  double width() {
    return graph.getWidth();
  }

  double height() {
    return graph.getHeight();
  }

  Box box(String name) {
    ElkNode node = nodes.get(name);
    if (node == null) {
      throw new IllegalArgumentException("no such box: " + name);
    }
    return new Box(node.getX(), node.getY(), node.getWidth(), node.getHeight());
  }

  Map<LinkView, Route> routes() {
    Map<LinkView, Route> routes = new LinkedHashMap<>();
    edges.forEach((link, edge) -> routes.put(link, route(edge)));
    return routes;
  }

  private static Route route(ElkEdge edge) {
    List<Point> points = new ArrayList<>();
    for (ElkEdgeSection section : edge.getSections()) {
      points.add(new Point(section.getStartX(), section.getStartY()));
      for (ElkBendPoint bend : section.getBendPoints()) {
        points.add(new Point(bend.getX(), bend.getY()));
      }
      points.add(new Point(section.getEndX(), section.getEndY()));
    }
    ElkLabel label = edge.getLabels().getFirst();
    return new Route(points, new Point(label.getX(), label.getY() + LABEL_HEIGHT - 3));
  }
}
