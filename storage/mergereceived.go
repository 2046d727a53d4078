package storage

import "context"

// bringReceived brings what came back there about signed dossiers that stay as they are
// here: a file that only the other has is not lost. A dossier whose contents were erased
// here takes none.
func (g *merge) bringReceived(ctx context.Context) error {
	return rows(ctx, g.src, func(scan func(...any) error) error {
		var there, name, how, sum, doc, judged string
		var data []byte
		var at int64
		if err := scan(&there, &name, &how, &sum, &data, &doc, &judged, &at); err != nil || !g.kept[there] {
			return err
		}
		_, err := g.dst.ExecContext(ctx, `INSERT OR IGNORE INTO received (dossier, name, how, sha256, bytes, doc, chu_ky, at)
			SELECT d.seq, ?2, ?3, ?4, ?5, ?6, ?7, ?8 FROM dossiers d JOIN submissions s ON s.dossier = d.seq
			WHERE d.id = ?1 AND s.erased_at IS NULL`, g.ids[there], name, how, sum, blob(data), doc, judged, at)
		return err
	}, `SELECT d.id, r.name, r.how, r.sha256, r.bytes, r.doc, r.chu_ky, r.at FROM received r JOIN dossiers d ON d.seq = r.dossier WHERE d.mst = ? ORDER BY r.seq`, g.mst)
}
