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

	"ankhai/storage/vfs"
)

// door opens SQLite files: by way of a virtual file system with layers if it has
// any, else in SQLite's own way. The zero door writes pages as they are.
type door struct {
	below []vfs.Layer // what tests put between us and the disk
}

// layers are the sheets between SQLite and the disk, the first nearest to SQLite.
func (d door) layers() []vfs.Layer { return d.below }

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
	own := &connector{}
	if layers := d.layers(); len(layers) > 0 {
		var err error
		if own.vfs, err = vfs.Register(layers...); err != nil {
			return nil, err
		}
		dsn += "&vfs=" + own.vfs.Name()
	}
	var err error
	if own.Connector, err = sqlite.NewConnector(dsn); err != nil {
		return nil, errors.Join(err, own.Close())
	}
	db := sql.OpenDB(own)
	db.SetMaxOpenConns(n)
	db.SetMaxIdleConns(n)
	return db, nil
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
