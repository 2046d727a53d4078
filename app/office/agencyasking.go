package office

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"ankhai/app/gateway"
	"ankhai/forms/codes"
	"ankhai/forms/facts"
	"ankhai/forms/law"
)

// ErrCannotAsk: the employer's dossiers go to a folder or a road of which nothing
// can be asked.
var ErrCannotAsk = errors.New("this road answers no questions")

// ErrNoNumber: a person has no number by which the agency could be asked.
var ErrNoNumber = errors.New("person has no number to ask by")

// asker is the client of an employer's gateway, with its account.
func (o *Office) asker(ctx context.Context, mst, address string) (*gateway.Client, error) {
	road, err := o.roadOf(ctx, mst, address)
	if err != nil {
		return nil, err
	}
	c, ok := road.Gateway.(*gateway.Client)
	if !ok {
		return nil, ErrCannotAsk
	}
	return c, nil
}

// GatewayState is a gateway that runs. Off is how much this machine's clock is ahead
// of the gateway's, by the middle of the question: a signature of the future is refused.
type GatewayState struct {
	gateway.Health
	Off time.Duration
}

// GatewayHealth asks an employer's gateway how it is; address "" takes the one
// remembered.
func (o *Office) GatewayHealth(ctx context.Context, mst, address string) (GatewayState, error) {
	c, err := o.asker(ctx, mst, address)
	if err != nil {
		return GatewayState{}, err
	}
	from := o.now()
	h, err := c.Health(ctx)
	if err != nil {
		return GatewayState{}, err
	}
	return GatewayState{h, from.Add(o.now().Sub(from) / 2).Sub(h.Luc)}, nil
}

// GatewayUnit asks whether an employer may send through its I-VAN.
func (o *Office) GatewayUnit(ctx context.Context, mst, address string) (gateway.Unit, error) {
	c, err := o.asker(ctx, mst, address)
	if err != nil {
		return gateway.Unit{}, err
	}
	return c.Unit(ctx, mst)
}

// ListState is a code list of a gateway beside the program's own.
type ListState struct {
	gateway.CodeList
	Own string `json:"own"` // the day of the program's own list, "" if it has none of the name
}

// GatewayLists asks for the code lists of an employer's gateway and puts the
// program's own beside them. Nothing is taken over.
func (o *Office) GatewayLists(ctx context.Context, mst, address string) ([]ListState, error) {
	c, err := o.asker(ctx, mst, address)
	if err != nil {
		return nil, err
	}
	lists, err := c.CodeLists(ctx)
	if err != nil {
		return nil, err
	}
	var out []ListState
	for _, l := range lists {
		s := ListState{CodeList: l}
		if i := slices.IndexFunc(codes.Lists(), func(own *codes.List) bool { return own.ID() == l.Ten }); i >= 0 {
			s.Own = codes.Lists()[i].Checked().ISO()
		}
		out = append(out, s)
	}
	return out, nil
}

// AgencyField is one thing that the agency holds of a person, beside ours.
type AgencyField struct {
	Key    string `json:"key"` // of the PersonField that it is, "" for what is not written by hand
	Field  string `json:"field"`
	Ours   string `json:"ours"`
	Theirs string `json:"theirs"`
	Differ bool   `json:"differ"` // both are known and are not the same
	Alone  bool   `json:"alone"`  // only the agency can hold it
}

// Say is how the two stand to each other.
func (f AgencyField) Say() string {
	switch {
	case f.Differ:
		return "khác nhau"
	case f.Theirs == "":
		return "cơ quan không nêu"
	case f.Alone:
		return "chỉ cơ quan có"
	case f.Ours == "":
		return "ở đây chưa có"
	}
	return "giống nhau"
}

// ToTake reports whether ours can be made as theirs.
func (f AgencyField) ToTake() bool {
	return f.Key != "" && f.Theirs != "" && (f.Differ || f.Ours == "")
}

// AgencyPerson is what the agency answers about a person of the roster.
type AgencyPerson struct {
	State  gateway.TinhTrangNguoi `json:"state"`
	Say    string                 `json:"message"`
	Fields []AgencyField          `json:"fields"`
}

// AskPerson asks the gateway for the agency's data of a person of the roster, by
// the store's number, CCCD or mã số BHXH, and puts ours beside it. Nothing is
// taken over. gateway.ErrNotThere: the agency has nobody of that name and number.
func (o *Office) AskPerson(ctx context.Context, number, address string) (AgencyPerson, error) {
	id, err := o.PersonID(ctx, number)
	if err != nil {
		return AgencyPerson{}, err
	}
	ours, err := o.store.Person(ctx, id)
	if err != nil {
		return AgencyPerson{}, err
	}
	if ours.SoCCCD+ours.MaSoBHXH == "" {
		return AgencyPerson{}, fmt.Errorf("ask for person %s: %w", id, ErrNoNumber)
	}
	mst, err := o.companyOr(ctx, "")
	if err != nil {
		return AgencyPerson{}, err
	}
	c, err := o.asker(ctx, mst, address)
	if err != nil {
		return AgencyPerson{}, err
	}
	// One number at a time, and no birthday: the agency answers only where all that is
	// asked fits, and what does not fit is what we want to see.
	err = gateway.ErrNotThere
	var theirs gateway.Person
	for _, ask := range []gateway.PersonAsk{{HoTen: ours.HoTen, SoCCCD: ours.SoCCCD}, {HoTen: ours.HoTen, MaSoBHXH: ours.MaSoBHXH}} {
		if errors.Is(err, gateway.ErrNotThere) && !errors.Is(err, gateway.ErrNoService) && ask.SoCCCD+ask.MaSoBHXH != "" {
			theirs, err = c.Person(ctx, ask)
		}
	}
	if err != nil {
		return AgencyPerson{}, fmt.Errorf("ask for person %s: %w", id, err)
	}
	return besides(ours, theirs), nil
}

func besides(ours facts.NguoiLaoDong, theirs gateway.Person) AgencyPerson {
	out := AgencyPerson{State: theirs.TinhTrang, Say: theirs.TinhTrang.String()}
	add := func(key, field, a, b string, same bool) {
		out.Fields = append(out.Fields, AgencyField{Key: key, Field: field, Ours: a, Theirs: b, Differ: a != "" && b != "" && !same})
	}
	sex := map[facts.GioiTinh]string{facts.Nam: "Nam", facts.Nu: "Nữ"}[ours.GioiTinh]
	theirSex := map[string]string{"1": "Nam", "0": "Nữ"}[theirs.GioiTinh]
	add("hoTen", "Họ và tên", ours.HoTen, theirs.HoTen, strings.EqualFold(ours.HoTen, theirs.HoTen))
	add("ngaySinh", "Ngày sinh", ours.NgaySinh.String(), theirs.NgaySinh, ours.NgaySinh.String() == theirs.NgaySinh)
	add("gioiTinh", "Giới tính", sex, theirSex, sex == theirSex)
	add("soCCCD", "Số ĐDCN/CCCD", ours.SoCCCD, theirs.SoCCCD, ours.SoCCCD == theirs.SoCCCD)
	add("maSoBHXH", "Mã số BHXH", ours.MaSoBHXH, theirs.MaSoBHXH, ours.MaSoBHXH == theirs.MaSoBHXH)
	since := theirs.TuThang
	if m, ok := law.ParseMonth(since); ok {
		since = m.String()
	}
	for _, f := range []AgencyField{{Field: "Đang đóng tại đơn vị", Theirs: theirs.MaDonVi}, {Field: "Từ tháng", Theirs: since}} {
		f.Alone = true
		out.Fields = append(out.Fields, f)
	}
	return out
}

// NotAsked says for the window why AskPerson has no answer where that is no fault of the
// program: what is so, and what to do. toSettings: it is mended at the gateway's
// settings. practice: the practice gateway was asked. ok is false for any other error.
func NotAsked(err error, practice bool) (say string, toSettings, ok bool) {
	var refused *gateway.RefusedError
	switch {
	case errors.Is(err, ErrNoNumber):
		return "Người này chưa có số CCCD lẫn mã số BHXH nên không có gì để hỏi. Thêm một số ở «Sửa thông tin…».", false, true
	case errors.Is(err, ErrNoGateway):
		return "Đơn vị chưa chọn cổng nên chưa hỏi được. Chọn cổng ở Cài đặt, mục Cổng và tài khoản.", true, true
	case errors.Is(err, ErrCannotAsk):
		return "Hồ sơ của đơn vị xuất ra tệp chứ không qua cổng, nên không hỏi được cơ quan BHXH từ đây. Muốn hỏi thì chọn một cổng ở Cài đặt.", true, true
	case errors.Is(err, ErrNoGatewayAccount), errors.Is(err, ErrAccountKey), errors.Is(err, gateway.ErrCredentials):
		return "Cổng chưa nhận tài khoản của đơn vị, hoặc chưa lấy được tài khoản trên máy này. Xem lại tài khoản ở Cài đặt, mục Cổng và tài khoản.", true, true
	case errors.Is(err, gateway.ErrNoService):
		return "Cổng của đơn vị chưa có phần tra cứu người. Hỏi tổ chức I-VAN khi nào có.", false, true
	case errors.Is(err, gateway.ErrNotThere) && practice:
		return "Cổng thực hành chưa biết người này: cổng chỉ biết những người trong hồ sơ đã gửi tới nó.", false, true
	case errors.Is(err, gateway.ErrNotThere):
		return "Cơ quan BHXH không có ai mang đúng họ tên và số đang ghi ở đây. Xem lại họ tên, số CCCD, mã số BHXH theo giấy tờ; người chưa từng tham gia BHXH thì chưa có là đúng. Cổng đời trước cũng có thể chưa có phần tra cứu người.", false, true
	case errors.Is(err, gateway.ErrDown), errors.Is(err, gateway.ErrUnclear):
		return "Cổng chưa trả lời, hoặc câu trả lời không đọc được. Kiểm tra mạng, để một lúc rồi hỏi lại. Dữ liệu ở đây không thay đổi.", false, true
	case errors.As(err, &refused):
		return "Cổng chưa trả lời lần này. Lời của cổng: " + refused.Detail, false, true
	}
	return "", false, false
}
