package dev.concordat.cli.provider;

import dev.concordat.conform.ConformOptions;
import dev.concordat.conform.access.UserCredentials;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What `concordat conform` is asked to do.
///
/// @param contract the file
/// @param users as whom requests are sent, the first one mostly
/// @param before a command that is run first; empty for none
/// @param isLearning whether what earlier runs learned is used, and what this one learns is kept
/// @param learned the file for that, in the place of the one in Concordat's home folder
/// @param isAll whether text shows everything
/// @param folder where the files of the report go
/// @param verification a file that gets the record of the verification too
public record ProviderRequest(
    Path contract,
    ConformOptions options,
    List<UserCredentials> users,
    Optional<String> before,
    boolean isLearning,
    Optional<Path> learned,
    ProviderForm form,
    boolean isAll,
    Optional<Path> folder,
    Optional<Path> verification) {}
