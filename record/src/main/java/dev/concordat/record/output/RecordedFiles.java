package dev.concordat.record.output;

import dev.concordat.contracts.har.HarWriter;
import dev.concordat.contracts.tree.YamlText;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.model.json.JsonObject;
import dev.concordat.record.learning.Learning;
import dev.concordat.record.memory.RecordingMemory;
import dev.concordat.record.settling.Settled;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/// All files of a recording, without secrets. The same learning gives the same files.
///
/// @param texts by path relative to the folder of the recording
/// @param notes what people should know of them
public record RecordedFiles(NavigableMap<String, String> texts, List<String> notes) {
  /// The contract.
  public static final String CONTRACT = "openapi.yaml";

  /// What the next recording goes on from.
  public static final String MEMORY = "recording.json";

  /// Requests and answers.
  public static final String ARCHIVE = "recorded.har";

  private static final String VALUES = "values.yaml";

  public RecordedFiles {
    texts = Collections.unmodifiableNavigableMap(texts);
    notes = List.copyOf(notes);
  }

  /// The files of what was learned.
  ///
  /// @param contract the document to write
  /// @param system what flows call the provider
  /// @param exchanges what the archive holds; none for no archive
  public static RecordedFiles of(
      Learning learning,
      Settled settled,
      JsonObject contract,
      String system,
      List<HttpExchange> exchanges) {
    NavigableMap<String, String> texts = new TreeMap<>();
    List<String> notes = new ArrayList<>(settled.notes());
    texts.put(CONTRACT, YamlText.of(contract));
    texts.put(MEMORY, RecordingMemory.write(learning));
    texts.putAll(Mappings.of(settled));
    JsonObject values = ValueDictionary.of(settled);
    if (values.size() > 0) {
      texts.put(VALUES, YamlText.of(values));
    }
    texts.putAll(FlowFiles.of(settled, system, notes));
    if (!exchanges.isEmpty()) {
      texts.put(ARCHIVE, HarWriter.write(exchanges, "0.1.0"));
    }
    return new RecordedFiles(texts, notes);
  }
}
