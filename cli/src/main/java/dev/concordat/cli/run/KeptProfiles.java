package dev.concordat.cli.run;

import dev.concordat.cli.files.KeptFiles;
import dev.concordat.model.digest.Sha;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.profile.Profile;
import dev.concordat.report.json.Members;
import dev.concordat.report.json.ProfileJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The profiles that earlier runs measured in a workspace: `~/.concordat/profiles/WORKSPACE/TIME.json`.
final class KeptProfiles {
  private static final int KEPT = 20;
  private static final long MAX_BYTES = 8L << 20;
  private static final int NAME_LENGTH = 16;

  private final KeptFiles files;

  private KeptProfiles(KeptFiles files) {
    this.files = files;
  }

  /// @param home where Concordat keeps what it knows
  static KeptProfiles of(Path home, Path workspace) {
    Path folder =
        home.resolve("profiles")
            .resolve(
                Sha.SHA_256.of(workspace.toAbsolutePath().normalize().toString(), NAME_LENGTH));
    return new KeptProfiles(new KeptFiles(folder, KEPT, MAX_BYTES));
  }

  /// The newest profile of each operation on each link.
  List<Profile> last() throws IOException {
    List<Profile> last = new ArrayList<>();
    for (Path file : files.newestFirst()) {
      for (Profile profile : read(file)) {
        if (last.stream().noneMatch(profile::isSameAs)) {
          last.add(profile);
        }
      }
    }
    return List.copyOf(last);
  }

  private List<Profile> read(Path file) throws IOException {
    JsonValue document = files.read(file).orElse(JsonObject.EMPTY);
    return document instanceof JsonObject object
            && object.member("profiles").orElse(null) instanceof JsonArray(List<JsonValue> items)
        ? items.stream().flatMap(item -> ProfileJson.read(item).stream()).toList()
        : List.of();
  }

  /// Keeps what was measured; nothing where nothing was.
  void keep(List<Profile> profiles) throws IOException {
    if (!profiles.isEmpty()) {
      files.keep(new Members().list("profiles", profiles, ProfileJson::of).object());
    }
  }
}
