package storage

import "context"

const (
	heldSay  = "Nhận từ bản xuất mở: nơi xuất có thể đã gửi sau khi xuất, nên chờ người dùng quyết định."
	takenSay = "Lấy từ tệp dữ liệu khác: nơi ấy có thể đã gửi sau khi ghi tệp, nên chờ người dùng quyết định."
)

// doubt keeps what was brought and may have been sent there since from going out by
// itself.
func (g *merge) doubt(ctx context.Context) error {
	note := takenSay
	if g.opt.open != nil {
		note = heldSay
	}
	var open []string // brought, and not known to have arrived
	states := map[string]State{}
	if err := rows(ctx, g.src, func(scan func(...any) error) error {
		var there, dossier string
		var state State
		if err := scan(&there, &dossier, (*string)(&state)); err != nil || g.kept[there] {
			return err
		}
		here := g.ids[there]
		open, states[here] = append(open, here), state
		if state == ChoGui || state == DangGui {
			g.out.Held = append(g.out.Held, g.ids[dossier])
		}
		return nil
	}, `SELECT s.id, d.id, s.state FROM submissions s JOIN dossiers d ON d.seq = s.dossier
		WHERE d.mst = ? AND s.state IN ('daKy', 'choGui', 'dangGui', 'nghiVan') ORDER BY s.seq`, g.mst); err != nil {
		return err
	}
	for _, id := range open {
		road := map[State][]State{ChoGui: {DangGui, NghiVan}, DangGui: {NghiVan}}[states[id]]
		for at := states[id]; len(road) > 0; at, road = road[0], road[1:] {
			if err := g.store.move(ctx, g.dst, &Move{SubmissionID: id, From: at, To: road[0], Note: note}); err != nil {
				return err
			}
		}
	}
	if len(open) > 0 { // the outbox asks before it sends what is signed
		if err := putSetting(ctx, g.dst, restoredKey, g.store.opt.Now().UTC()); err != nil {
			return err
		}
	}
	return nil
}
