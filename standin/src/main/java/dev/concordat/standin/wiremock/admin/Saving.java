package dev.concordat.standin.wiremock.admin;

import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonText;
import dev.concordat.standin.wiremock.store.Mapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Writes stubs to the `mappings` folder, each to a file of its own.
final class Saving {
  private static final int MAX_NAME = 60;

  private final Optional<Path> folder;

  Saving(Optional<Path> folder) {
    this.folder = folder;
  }

  HttpResponseMessage save(List<Mapping> mappings) {
    for (Mapping mapping : mappings) {
      Optional<String> flaw = saveOne(mapping);
      if (flaw.isPresent()) {
        return Replies.refused(flaw.get());
      }
    }
    return Replies.done();
  }

  /// Writes a mapping into the folder.
  ///
  /// @return why it could not be saved
  Optional<String> saveOne(Mapping mapping) {
    if (folder.isEmpty()) {
      return Optional.of(
          "the stub cannot be saved: the server was started without a folder that has mappings");
    }
    try {
      Files.createDirectories(folder.get());
      String text =
          JsonText.pretty(mapping.written().with("persistent", JsonBoolean.of(true))) + "\n";
      Files.writeString(file(mapping), text);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of("the stub cannot be saved: " + e.getMessage());
    }
  }

  /// Removes the file that saving made.
  void forget(Mapping mapping) {
    if (folder.isPresent() && mapping.isPersistent()) {
      try {
        Files.deleteIfExists(file(mapping));
      } catch (IOException stillThere) {
        // It will be served again after the next start, which shows it.
        return;
      }
    }
  }

  private Path file(Mapping mapping) {
    String name = mapping.stub().name().replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
    String front = name.substring(0, Math.min(name.length(), MAX_NAME));
    return folder
        .orElseThrow()
        .resolve((front.isEmpty() ? "" : front + "-") + mapping.id() + ".json");
  }
}
