package storage

import (
	"database/sql"
	"net/url"
	"path/filepath"
	"strings"
)

// door opens SQLite files by way of one virtual file system. The zero door is
// SQLite's own way, which writes pages as they are.
type door struct{ vfs string }

// pragmas are set on every connection. busy_timeout comes first, so that the
// others wait as well. recursive_triggers makes REPLACE fire delete triggers.
var pragmas = []string{
	"busy_timeout(10000)",
	"foreign_keys(1)",
	"temp_store(2)",
	"secure_delete(1)",
	"trusted_schema(0)",
	"recursive_triggers(1)",
	"cache_size(-32000)",
}

// connect opens a pool of at most n connections to the file.
func (d door) connect(path string, n int, params ...string) (*sql.DB, error) {
	p := filepath.ToSlash(path)
	if !strings.HasPrefix(p, "/") {
		p = "/" + p // C:/… on Windows
	}
	dsn := "file:" + (&url.URL{Path: p}).EscapedPath() + "?_defensive=1&_dqs=0"
	for _, q := range pragmas {
		dsn += "&_pragma=" + q
	}
	for _, q := range params {
		dsn += "&" + q
	}
	if d.vfs != "" {
		dsn += "&vfs=" + d.vfs
	}
	db, err := sql.Open("sqlite", dsn)
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(n)
	db.SetMaxIdleConns(n)
	return db, nil
}
