package office

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"time"

	"ankhai/app/gateway"
	"ankhai/forms/law"
	"ankhai/storage"
)

// NoticeFilter narrows what Notices lists; its zero value takes all.
type NoticeFilter = storage.NoticeFilter

// InboxNotice is something that the agency told an employer through a gateway.
type InboxNotice struct {
	N       int64       `json:"n"`
	Ma      string      `json:"ma"`
	Kind    string      `json:"kind"` // C12, D09, KQ, TB
	KindSay string      `json:"kindName"`
	Title   string      `json:"title"`
	Month   law.Month   `json:"-"`
	Made    time.Time   `json:"made"` // by the agency
	Came    time.Time   `json:"came"`
	Read    bool        `json:"read"`
	Dossier string      `json:"dossier"` // "" where none is known
	Gateway string      `json:"gateway"`
	Caution string      `json:"caution"` // what the gateway says of its answers: that they have no legal value
	Files   []InboxFile `json:"files"`
}

// InboxFile is one document of a notice.
type InboxFile struct {
	N       int    `json:"n"` // from 1
	Code    string `json:"code"`
	Name    string `json:"name"`
	SHA256  string `json:"sha256"`
	Then    Seal   `json:"signature"`              // as it was judged when it came
	Now     *Seal  `json:"signatureNow,omitempty"` // as it is judged now; of Notice alone
	Changed string `json:"changed,omitempty"`      // how the two differ, in words
	Bytes   []byte `json:"-"`
}

// noticeWords are the kinds of notice for a person.
var noticeWords = map[string]string{
	string(gateway.ThongBaoC12): "Kết quả đóng C12-TS", string(gateway.ThongBaoD09): "Danh sách D09-TS",
	string(gateway.ThongBaoKQ): "Kết quả hồ sơ", string(gateway.ThongBaoTB): "Thông báo",
}

// NoticeKind reports whether a word is a kind of notice.
func NoticeKind(s string) bool { return noticeWords[s] != "" }

func inboxView(n storage.Notice) (InboxNotice, error) {
	out := InboxNotice{N: n.N, Ma: n.Ma, Kind: n.Loai, KindSay: noticeWords[n.Loai], Title: n.TieuDe, Month: n.Month, Made: n.Luc, Came: n.At,
		Read: !n.Read.IsZero(), Dossier: n.DossierID, Gateway: n.Gateway, Caution: n.LuuY, Files: []InboxFile{}}
	for i, f := range n.Files {
		v := InboxFile{N: i + 1, Code: f.Ma, Name: f.Name, SHA256: f.SHA256, Bytes: f.Bytes}
		if err := json.Unmarshal(f.Signatures, &v.Then); err != nil {
			return out, fmt.Errorf("read signatures of notice %d: %w", n.N, err)
		}
		out.Files = append(out.Files, v)
	}
	return out, nil
}

// Notices lists what an employer was told, latest first, without the files' bytes.
func (o *Office) Notices(ctx context.Context, mst string, f NoticeFilter) ([]InboxNotice, error) {
	kept, err := o.store.Notices(ctx, mst, f)
	if err != nil {
		return nil, err
	}
	out := make([]InboxNotice, len(kept))
	for i, n := range kept {
		if out[i], err = inboxView(n); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// NoticeNumber finds a notice by its number or by the gateway's Ma.
func (o *Office) NoticeNumber(ctx context.Context, mst, s string) (int64, error) {
	if n, err := strconv.ParseInt(s, 10, 64); err == nil {
		return n, nil
	}
	all, err := o.store.Notices(ctx, mst, NoticeFilter{})
	if err != nil {
		return 0, err
	}
	for _, n := range all {
		if n.Ma == s {
			return n.N, nil
		}
	}
	return 0, fmt.Errorf("find notice: %w", storage.ErrNotFound)
}

// Notice is a notice with its files, whose signatures are judged anew: what does not
// hold any more, or holds now, is said.
func (o *Office) Notice(ctx context.Context, mst string, n int64) (InboxNotice, error) {
	kept, err := o.store.Notice(ctx, mst, n)
	if err != nil {
		return InboxNotice{}, err
	}
	out, err := inboxView(kept)
	if err != nil {
		return out, err
	}
	for i := range out.Files {
		f := &out.Files[i]
		now, err := o.seal(ctx, f.Name, f.Bytes)
		if err != nil {
			return out, fmt.Errorf("judge signatures of notice %d: %w", n, err)
		}
		f.Now, f.Changed = &now, sealChange(f.Then, now)
	}
	return out, nil
}

// sealChange says how signatures are judged otherwise than when they came, "" where
// they are not.
func sealChange(then, now Seal) string {
	switch {
	case then.State == now.State:
		return ""
	case then.State == SealValid:
		return "Lúc nhận chữ ký hợp lệ, nay không còn đạt: " + now.Words() + ". Hỏi lại cơ quan BHXH trước khi dùng tệp này"
	case now.State == SealValid:
		return "Lúc nhận " + then.Words() + "; nay chữ ký đạt"
	}
	return "Lúc nhận " + then.Words() + "; nay " + now.Words()
}

// MarkRead says that somebody has read a notice, or that it is to be looked at again.
func (o *Office) MarkRead(ctx context.Context, mst string, n int64, read bool) error {
	err := o.store.MarkNotice(ctx, mst, n, read)
	if errors.Is(err, storage.ErrReadOnly) { // who only looks marks nothing
		return nil
	}
	return err
}

// NoticeSaved writes down that the files of a notice were taken out.
func (o *Office) NoticeSaved(ctx context.Context, n int64) error {
	return o.deed(ctx, storage.Deed{What: "thongBao.luu", Ref: strconv.FormatInt(n, 10)})
}

// The doors to the outbox and the inbox.
const (
	PostScreen  = "hop-thu"
	InboxLeaf   = "nhan"   // the inbox; the outbox is seen otherwise
	AccountLeaf = "cong"   // the gateway's account over it
	SignScreen  = "chu-ky" // the keys
)

// Unread counts what an employer was told and nobody has read.
func (o *Office) Unread(ctx context.Context, mst string) (int, error) {
	return o.store.UnreadNotices(ctx, mst)
}

// todoOfInbox is what the inbox waits for.
func todoOfInbox(unread int) []Todo {
	if unread == 0 {
		return nil
	}
	return []Todo{{Level: Yellow, Title: fmt.Sprintf("%d thông báo của cơ quan BHXH chưa đọc", unread), Why: "C12-TS, D09-TS, kết quả hồ sơ", Button: "Đọc",
		Go: Place{Screen: PostScreen, ID: InboxLeaf}}}
}
