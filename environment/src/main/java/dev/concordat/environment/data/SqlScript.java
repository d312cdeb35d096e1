package dev.concordat.environment.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A SQL file cut into statements as `psql` cuts it: at semicolons outside of quotes, comments, parentheses and
/// `BEGIN ATOMIC` bodies (PostgreSQL 16, sections 4.1.2 and 4.1.5). Anything else is left to the server to refuse.
final class SqlScript {
  /// One statement.
  ///
  /// @param offset where its text begins in the file, in characters
  record Statement(String text, int offset) {}

  private final String sql;
  private final List<Statement> statements = new ArrayList<>();
  private int at;
  private int start;
  private int parentheses;
  private int atomicDepth;
  private boolean isEmpty = true;

  private SqlScript(String sql) {
    this.sql = sql;
  }

  static List<Statement> statements(String sql) {
    var script = new SqlScript(sql);
    script.cut();
    return script.statements;
  }

  private void cut() {
    while (at < sql.length()) {
      char c = sql.charAt(at);
      if (sql.startsWith("--", at)) {
        at = after("\n", at);
      } else if (sql.startsWith("/*", at)) {
        skipComment();
      } else if (Character.isWhitespace(c)) {
        at++;
      } else if (c == ';' && parentheses == 0 && atomicDepth == 0) {
        end();
        at++;
        start = at;
      } else {
        begin();
        skipToken(c);
      }
    }
    end();
  }

  /// Leading comments and space are not part of a statement, so that its position is where a person looks.
  private void begin() {
    if (isEmpty) {
      start = at;
      isEmpty = false;
    }
  }

  private void end() {
    if (!isEmpty) {
      statements.add(new Statement(sql.substring(start, at), start));
    }
    isEmpty = true;
    parentheses = 0;
  }

  private void skipToken(char c) {
    if (c == '\'') {
      skipQuoted('\'', isEscapeString());
    } else if (c == '"') {
      skipQuoted('"', false);
    } else if (c == '$') {
      skipDollar();
    } else if (Character.isLetter(c) || c == '_') {
      skipWord();
    } else {
      parentheses += c == '(' ? 1 : c == ')' && parentheses > 0 ? -1 : 0;
      at++;
    }
  }

  private boolean isEscapeString() {
    return at > 0 && (sql.charAt(at - 1) == 'E' || sql.charAt(at - 1) == 'e');
  }

  private void skipQuoted(char quote, boolean hasBackslashes) {
    at++;
    while (at < sql.length() && sql.charAt(at) != quote) {
      at += hasBackslashes && sql.charAt(at) == '\\' ? 2 : 1;
    }
    at++;
  }

  /// `$tag$ … $tag$`; a lone dollar is an ordinary character.
  private void skipDollar() {
    int end = at + 1;
    while (end < sql.length()
        && (Character.isLetterOrDigit(sql.charAt(end)) || sql.charAt(end) == '_')) {
      end++;
    }
    boolean isTag = end < sql.length() && sql.charAt(end) == '$';
    at = isTag ? after(sql.substring(at, end + 1), end + 1) : end;
  }

  private void skipWord() {
    int from = at;
    while (at < sql.length()
        && (Character.isLetterOrDigit(sql.charAt(at)) || "_$".indexOf(sql.charAt(at)) >= 0)) {
      at++;
    }
    String word = sql.substring(from, at).toUpperCase(Locale.ROOT);
    if (word.equals("ATOMIC")) {
      atomicDepth = 1;
    } else if (atomicDepth > 0 && word.equals("CASE")) {
      atomicDepth++;
    } else if (atomicDepth > 0 && word.equals("END")) {
      atomicDepth--;
    }
  }

  private void skipComment() {
    int depth = 0;
    do {
      if (sql.startsWith("/*", at)) {
        depth++;
        at += 2;
      } else if (sql.startsWith("*/", at)) {
        depth--;
        at += 2;
      } else {
        at++;
      }
    } while (depth > 0 && at < sql.length());
  }

  private int after(String text, int from) {
    int found = sql.indexOf(text, from);
    return found < 0 ? sql.length() : found + text.length();
  }
}
