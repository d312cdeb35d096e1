package dev.concordat.registry.backup;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import dev.concordat.registry.store.Database;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/// A registry as one zip archive: `registry.json` with the version of the tables and the positions of the counters, and for
/// each table `TABLE.copy`, its rows in PostgreSQL's COPY text format with the columns in the order of `registry.json`.
public final class Backup {
  private static final String MANIFEST = "registry.json";
  private static final String SUFFIX = ".copy";
  private static final long FORMAT = 1;
  private static final int MAX_MANIFEST = 1 << 20;

  private Backup() {}

  /// Writes all rows as of one moment; the registry goes on meanwhile. The file appears when it is complete, for its owner
  /// only: it holds what webhooks send along.
  ///
  /// @return how many rows there are
  public static long write(Database database, Path file) throws BackupFailure {
    Path absolute = file.toAbsolutePath();
    Path making = absolute.resolveSibling(absolute.getFileName() + ".new");
    try {
      Files.deleteIfExists(making);
      Files.createFile(
          making,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      long rows = database.read(handle -> write(handle, making));
      try (FileChannel written = FileChannel.open(making, StandardOpenOption.WRITE)) {
        written.force(true);
      }
      Files.move(
          making, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return rows;
    } catch (IOException | UncheckedIOException e) {
      throw new BackupFailure("The backup " + file + " cannot be written: " + e.getMessage(), e);
    }
  }

  private static long write(Handle handle, Path making) {
    handle.execute("SET LOCAL statement_timeout = 0");
    Tables tables = Tables.of(handle);
    long rows = 0;
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(making))) {
      zip.putNextEntry(new ZipEntry(MANIFEST));
      zip.write(JsonText.pretty(manifest(handle, tables)).getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
      for (Map.Entry<String, List<String>> table : tables.columns().entrySet()) {
        zip.putNextEntry(new ZipEntry(table.getKey() + SUFFIX));
        rows += copy(handle).copyOut("COPY " + columns(table) + " TO STDOUT", open(zip));
        zip.closeEntry();
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Reads a backup into a registry that has nothing in it: all of it or nothing.
  ///
  /// @return how many rows there were
  public static long restore(Database database, Path file) throws BackupFailure {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      JsonObject manifest = manifest(zip);
      return database.write(handle -> restore(handle, zip, manifest));
    } catch (IOException e) {
      throw new BackupFailure(
          "The backup " + file + " cannot be read: " + e.getMessage() + ". Is it complete?", e);
    } catch (Unfit e) {
      throw new BackupFailure(e.getMessage());
    }
  }

  /// Ends the transaction of a restore.
  private static final class Unfit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unfit(String message) {
      super(message);
    }

    @Override
    public String getMessage() {
      return String.valueOf(super.getMessage());
    }
  }

  private static long restore(Handle handle, ZipFile zip, JsonObject manifest) {
    handle.execute("SET LOCAL statement_timeout = 0");
    Tables tables = Tables.of(handle);
    checkFits(handle, tables, manifest);
    long rows = 0;
    try {
      for (Map.Entry<String, List<String>> table : tables.columns().entrySet()) {
        ZipEntry entry = zip.getEntry(table.getKey() + SUFFIX);
        if (entry == null) {
          throw new Unfit("The backup has no table " + table.getKey() + ": it is not complete.");
        }
        try (InputStream in = zip.getInputStream(entry)) {
          rows += copy(handle).copyIn("COPY " + columns(table) + " FROM STDIN", in);
        }
      }
    } catch (IOException e) {
      throw new Unfit("The backup cannot be read: " + e.getMessage() + ".");
    } catch (SQLException e) {
      throw new Unfit("The database refuses the backup: " + e.getMessage() + ".");
    }
    if (manifest.member("counters").orElse(JsonObject.EMPTY) instanceof JsonObject counters) {
      counters
          .members()
          .forEach(
              (name, at) ->
                  handle
                      .createQuery("SELECT setval(CAST(:name AS regclass), :at)")
                      .bind("name", Tables.quoted(name))
                      .bind(
                          "at", at instanceof JsonNumber number ? number.decimal().longValue() : 1)
                      .mapTo(Long.class)
                      .one());
    }
    return rows;
  }

  private static void checkFits(Handle handle, Tables tables, JsonObject manifest) {
    String version =
        manifest.member("tables").orElse(JsonObject.EMPTY) instanceof JsonString(String text)
            ? text
            : "";
    if (!manifest.member("format").equals(Optional.of(JsonNumber.of(FORMAT)))
        || version.isEmpty()) {
      throw new Unfit("This is no backup that this Concordat can read.");
    }
    if (!version.equals(tables.version())) {
      throw new Unfit(
          "The backup has tables of version "
              + version
              + ", this Concordat of version "
              + tables.version()
              + ". Restore it with the Concordat that wrote it, and start this one on the result.");
    }
    for (String table : tables.columns().keySet()) {
      boolean hasRows =
          handle
              .createQuery("SELECT EXISTS (SELECT 1 FROM " + Tables.quoted(table) + ")")
              .mapTo(Boolean.class)
              .one();
      if (hasRows) {
        throw new Unfit(
            "The registry is not empty: its table "
                + table
                + " has rows. Restore into a new data folder or database.");
      }
    }
  }

  private static JsonObject manifest(Handle handle, Tables tables) {
    JsonObject.Builder counters = new JsonObject.Builder();
    handle
        .createQuery(
            "SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = current_schema()"
                + " AND last_value IS NOT NULL ORDER BY 1")
        .map((row, _) -> Map.entry(row.getString(1), row.getLong(2)))
        .forEach(counter -> counters.add(counter.getKey(), JsonNumber.of(counter.getValue())));
    return JsonObject.EMPTY
        .with("format", JsonNumber.of(FORMAT))
        .with("tables", new JsonString(tables.version()))
        .with("counters", counters.build());
  }

  private static JsonObject manifest(ZipFile zip) throws IOException, BackupFailure {
    ZipEntry entry = zip.getEntry(MANIFEST);
    if (entry != null) {
      try (InputStream in = zip.getInputStream(entry)) {
        JsonValue value =
            JsonParser.parse(in.readNBytes(MAX_MANIFEST)).value().orElse(JsonObject.EMPTY);
        if (value instanceof JsonObject object) {
          return object;
        }
      }
    }
    throw new BackupFailure("This is no backup of a registry: it has no " + MANIFEST + ".");
  }

  private static String columns(Map.Entry<String, List<String>> table) {
    return Tables.quoted(table.getKey()) + " (" + String.join(", ", table.getValue()) + ")";
  }

  private static CopyManager copy(Handle handle) throws SQLException {
    return handle.getConnection().unwrap(PGConnection.class).getCopyAPI();
  }

  /// COPY closes what it writes to; the archive goes on.
  private static OutputStream open(OutputStream out) {
    return new OutputStream() {
      @Override
      public void write(int one) throws IOException {
        out.write(one);
      }

      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
      }
    };
  }
}
