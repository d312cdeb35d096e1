package dev.concordat.contracts.tree;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/// Reads YAML 1.2 into the tree: its core schema, with aliases, merge keys and several documents.
final class YamlReading {
  /// The parser copies what it holds of a scalar with every buffer it fills: with its own of 1,024 characters a scalar of
  /// 10 MB takes minutes.
  private static final int MAX_BUFFER_CHARACTERS = 1 << 20;

  private final Source source;
  private final ReadProblems problems;
  private final TreeBuilder tree;
  private final YamlScalars scalars;
  private final Anchors anchors;
  private final List<Node> roots = new ArrayList<>();

  YamlReading(Source source, ReadLimits limits, ReadProblems problems) {
    this.source = source;
    this.problems = problems;
    this.tree = new TreeBuilder(source, limits, problems);
    this.scalars = new YamlScalars(tree, limits, problems);
    this.anchors = new Anchors(tree, limits, problems);
  }

  List<Node> read() {
    var text =
        new InputStreamReader(new ByteArrayInputStream(source.bytes()), StandardCharsets.UTF_8);
    boolean isInDocument = false;
    try {
      LoadSettings settings = settings();
      var events = new ParserImpl(settings, new StreamReader(settings, text));
      while (events.hasNext()) {
        Event event = events.next();
        isInDocument |= event.getEventId() == Event.ID.DocumentStart;
        accept(event);
        isInDocument &= event.getEventId() != Event.ID.DocumentEnd;
      }
    } catch (YamlEngineException e) {
      problems.add(new YamlSyntax(source, tree.pointer()).problem(e));
    } catch (NumberFormatException e) {
      // The parser does not check for the end of the text before it reads an escape's digits.
      problems.add(new YamlSyntax(source, tree.pointer()).endsInEscape());
    } catch (Unreadable e) {
      problems.add(e.problem());
    }
    if (isInDocument || roots.isEmpty()) {
      roots.add(tree.takeRoot());
    }
    return roots;
  }

  private LoadSettings settings() {
    return LoadSettings.builder()
        .setCodePointLimit(Integer.MAX_VALUE)
        .setUseMarks(true)
        .setBufferSize(Math.min(source.bytes().length + 2, MAX_BUFFER_CHARACTERS))
        .build();
  }

  private void accept(Event event) {
    int offset = event.getStartMark().map(this::offset).orElse(0);
    switch (event.getEventId()) {
      case Scalar -> acceptScalar((ScalarEvent) event, offset);
      case Alias -> anchors.alias(((AliasEvent) event).getAlias().getValue(), offset);
      case MappingStart -> {
        tree.startObject(offset);
        anchors.started((NodeEvent) event);
      }
      case SequenceStart -> {
        tree.startArray(offset);
        anchors.started((NodeEvent) event);
      }
      case MappingEnd, SequenceEnd -> anchors.ended(tree.end());
      case DocumentEnd -> {
        roots.add(tree.takeRoot());
        anchors.clear();
      }
      case StreamStart, StreamEnd, DocumentStart, Comment -> {}
    }
  }

  private void acceptScalar(ScalarEvent event, int offset) {
    if (tree.isAtKey()) {
      tree.key(event.getValue(), offset, event.isPlain() && event.getValue().equals("<<"));
      anchors.scalar(event, tree.detached(scalars.value(event, offset), offset));
    } else {
      anchors.scalar(event, tree.scalar(scalars.value(event, offset), offset));
    }
  }

  private int offset(Mark mark) {
    return source.offset(mark.getLine(), mark.getColumn());
  }
}
