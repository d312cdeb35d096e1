package dev.concordat.cli.record;

import dev.concordat.model.exchange.Exchange;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.record.Recorder;
import dev.concordat.record.document.ContractDocument;
import dev.concordat.record.extension.WrittenContract;
import dev.concordat.record.learning.Learning;
import dev.concordat.record.learning.Lesson;
import dev.concordat.record.memory.RecordingMemory;
import dev.concordat.record.output.RecordedFiles;
import dev.concordat.record.privacy.Cleaner;
import dev.concordat.record.settling.Settled;
import dev.concordat.record.settling.Settling;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The recording of one provider and its folder.
final class Recorded {
  /// The first exchanges are kept for the archive.
  private static final int MAX_KEPT = 10_000;

  private final Path folder;
  private final String name;
  private final String title;
  private final Optional<String> server;
  private final Optional<WrittenContract> written;
  private final Recorder recorder;

  /// @throws UnusableFolder when the folder holds something that recordings must not overwrite
  Recorded(
      Path folder,
      String name,
      String title,
      Optional<String> server,
      Optional<WrittenContract> written,
      RecordRequest request)
      throws IOException, UnusableFolder {
    this.folder = folder;
    this.name = name;
    this.title = title;
    this.server = server;
    this.written = written;
    Cleaner cleaner = new Cleaner(request.secretNames(), request.hidesAddresses());
    Lesson.Known known = written.<Lesson.Known>map(each -> each).orElse(Lesson.Known.NOTHING);
    this.recorder =
        new Recorder(cleaner, known, before(folder), request.keepsTraffic() ? MAX_KEPT : 0);
  }

  /// A folder that cannot be recorded into.
  static final class UnusableFolder extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableFolder(String message) {
      super(message);
    }
  }

  private static Learning before(Path folder) throws IOException, UnusableFolder {
    Path memory = folder.resolve(RecordedFiles.MEMORY);
    Path contract = folder.resolve(RecordedFiles.CONTRACT);
    if (!Files.exists(memory)) {
      if (Files.exists(contract)) {
        throw new UnusableFolder(
            contract
                + " is there and was not recorded: name another folder with --out, or extend"
                + " it with --extend "
                + contract
                + " and another --out");
      }
      return Learning.EMPTY;
    }
    boolean isSmall = Files.size(memory) <= RecordingMemory.MAX_BYTES;
    return (isSmall ? RecordingMemory.read(Files.readAllBytes(memory)) : Optional.<Learning>empty())
        .orElseThrow(
            () ->
                new UnusableFolder(
                    memory + " is no memory of a recording that this version reads; move it away"));
  }

  void seen(Exchange raw) {
    if (raw instanceof HttpExchange http) {
      written.ifPresent(contract -> contract.judge(http));
    }
    recorder.seen(raw);
  }

  long count() {
    return recorder.seen();
  }

  int operations() {
    return recorder.learning().operations().size();
  }

  Path folder() {
    return folder;
  }

  /// Writes all files.
  Summary write() throws IOException {
    Learning learning = recorder.learning();
    Settled settled = Settling.of(learning);
    var learned = ContractDocument.of(settled, title, server);
    List<String> notes = new ArrayList<>();
    var document = learned;
    List<String> contradictions = List.of();
    List<String> added = List.of();
    if (written.isPresent()) {
      var extended = written.get().extendedBy(learned);
      document = extended.document();
      added = extended.added();
      notes.addAll(extended.notes());
      contradictions = written.get().contradictions();
    }
    RecordedFiles files = RecordedFiles.of(learning, settled, document, name, recorder.exchanges());
    notes.addAll(files.notes());
    for (Map.Entry<String, String> file : files.texts().entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue(), StandardCharsets.UTF_8);
    }
    return new Summary(
        folder,
        recorder.seen(),
        learning.samples(),
        settled.operations().stream()
            .map(each -> each.route().method() + " " + each.path())
            .toList(),
        List.copyOf(files.texts().keySet()),
        added,
        contradictions,
        notes);
  }

  /// What a recording came to.
  ///
  /// @param seen exchanges of this recording
  /// @param samples exchanges that were ever learned from
  /// @param added what an extended contract has now
  /// @param contradictions what it says and is not so
  record Summary(
      Path folder,
      long seen,
      long samples,
      List<String> operations,
      List<String> files,
      List<String> added,
      List<String> contradictions,
      List<String> notes) {}
}
