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
/// @param isAll whether text shows everything
/// @param folder where the files of the report go
public record ProviderRequest(
    Path contract,
    ConformOptions options,
    List<UserCredentials> users,
    Optional<String> before,
    ProviderForm form,
    boolean isAll,
    Optional<Path> folder) {}
