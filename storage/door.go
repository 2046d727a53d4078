package storage

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"net/url"
	"path/filepath"
	"strings"
	"sync"

	"modernc.org/sqlite"

	"ankhai/storage/pagecipher"
	"ankhai/storage/vfs"
)

// door opens SQLite files: by way of a virtual file system with layers if it has
// any, else in SQLite's own way. The zero door writes pages as they are.
type door struct {
	key   []byte      // the data key; nil = pages as they are
	below []vfs.Layer // what tests put between us and the disk
}

// plain is the same door for files whose pages are as they are.
func (d door) plain() door { return door{below: d.below} }

// layers are the sheets between SQLite and the disk, the first nearest to SQLite.
func (d door) layers() ([]vfs.Layer, error) {
	if d.key == nil {
		return d.below, nil
	}
	c, err := pagecipher.New(d.key)
	if err != nil {
		return nil, err
	}
	return append([]vfs.Layer{c}, d.below...), nil
}

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
	"fullfsync(1)", // these two count on macOS, whose usual sync stops in the disk's cache
	"checkpoint_fullfsync(1)",
}

// connect opens a pool of at most n connections to the file.
func (d door) connect(path string, n int, params ...string) (*sql.DB, error) {
	layers, err := d.layers()
	if err != nil {
		return nil, err
	}
	dsn := uri(path) + "?_defensive=1&_dqs=0"
	for _, q := range pragmas {
		dsn += "&_pragma=" + q
	}
	for _, q := range params {
		dsn += "&" + q
	}
	own := &connector{}
	if len(layers) > 0 {
		if own.vfs, err = vfs.Register(layers...); err != nil {
			return nil, err
		}
		dsn += "&vfs=" + own.vfs.Name()
	}
	if own.Connector, err = sqlite.NewConnector(dsn); err != nil {
		return nil, errors.Join(err, own.Close())
	}
	db := sql.OpenDB(own)
	db.SetMaxOpenConns(n)
	db.SetMaxIdleConns(n)
	return db, nil
}

// uri is a path as SQLite's URIs have it.
func uri(path string) string {
	p := filepath.ToSlash(path)
	if !strings.HasPrefix(p, "/") {
		p = "/" + p // C:/… on Windows
	}
	return "file:" + (&url.URL{Path: p}).EscapedPath()
}

// connector makes the connections of one pool, and holds the virtual file system
// that only they use. Closing the pool closes it.
type connector struct {
	driver.Connector
	vfs *vfs.VFS // nil = SQLite's own

	mu     sync.RWMutex // nobody opens while it is closed
	closed bool
}

func (c *connector) Connect(ctx context.Context) (driver.Conn, error) {
	c.mu.RLock()
	defer c.mu.RUnlock()
	if c.closed {
		return nil, sql.ErrConnDone
	}
	return c.Connector.Connect(ctx)
}

// Close is called by sql.DB.Close when its connections are closed.
func (c *connector) Close() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.closed = true
	if c.vfs == nil {
		return nil
	}
	return c.vfs.Unregister()
}
