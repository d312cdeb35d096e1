package dev.concordat.contracts.tree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What references may reach beside the workspace. By default nothing.
///
/// @param urlPrefixes addresses of the network; everything below one of them may be fetched
/// @param folders folders outside of the workspace; every file below one of them may be read
public record ReferencePolicy(List<UrlPrefix> urlPrefixes, List<Path> folders) {
  /// References stay in the workspace and never use the network.
  public static final ReferencePolicy WORKSPACE_ONLY = new ReferencePolicy(List.of(), List.of());

  public ReferencePolicy {
    urlPrefixes = List.copyOf(urlPrefixes);
    folders = folders.stream().map(folder -> folder.toAbsolutePath().normalize()).toList();
  }

  /// What a person allowed: URL prefixes (`https://schemas.example/common/`) and folders, told apart by their scheme.
  ///
  /// @param root what relative folders are seen from
  /// @throws IllegalArgumentException with a message for a person, if an entry is neither
  public static ReferencePolicy allowing(Path root, List<String> entries) {
    List<UrlPrefix> prefixes =
        entries.stream().filter(entry -> entry.contains("://")).map(UrlPrefix::parse).toList();
    List<Path> folders =
        entries.stream().filter(entry -> !entry.contains("://")).map(root::resolve).toList();
    return new ReferencePolicy(prefixes, folders);
  }

  /// The prefix that allows an address.
  Optional<UrlPrefix> allowing(UriReference uri) {
    return urlPrefixes.stream().filter(prefix -> prefix.covers(uri)).findFirst();
  }

  /// Whether a file may be read although it lies outside, by its name.
  boolean allows(Path file) {
    return folders.stream().anyMatch(file::startsWith);
  }

  /// The same with all links followed.
  boolean allowsReal(Path file) throws IOException {
    for (Path folder : folders) {
      if (Files.exists(folder) && file.startsWith(folder.toRealPath())) {
        return true;
      }
    }
    return false;
  }
}
