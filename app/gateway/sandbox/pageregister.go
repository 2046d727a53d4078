package sandbox

import "net/http"

// standingNames say where somebody stands.
var standingNames = map[string]string{
	ChuaThamGia: "chưa tham gia", DangDong: "đang đóng", DaNghi: "đã nghỉ", HuuTri: "đang hưởng lương hưu", ThatNghiep: "đang hưởng trợ cấp thất nghiệp",
}

// stateNames say where a unit stands with the I-VAN.
var stateNames = map[string]string{
	"": "đang dùng", ChuaDangKy: "chưa đăng ký", ChoXacNhan: "chờ xác nhận", DangDung: "đang dùng", DaNgung: "đã ngừng",
}

type personRow struct {
	RegisterPerson
	O string // where he stands, in words
}

type unitRow struct {
	RegisterUnit
	O string
}

// registerPage shows what the gateway remembers: units, people, notices; the latest
// of each.
func (s *Sandbox) registerPage(w http.ResponseWriter, _ *http.Request) {
	const most = 200
	var units []unitRow
	var people []personRow
	var notices []noticeAnswer
	var allUnits, allPeople, allNotices int
	s.store.read(func(m *memory) {
		allUnits, allPeople, allNotices = len(m.reg.units), len(m.reg.people), len(m.notices)
		for i := range min(most, allUnits) {
			u := *m.reg.units[allUnits-1-i]
			units = append(units, unitRow{u, stateNames[u.TrangThai]})
		}
		for i := range min(most, allPeople) {
			p := *m.reg.people[allPeople-1-i]
			people = append(people, personRow{p, standingNames[p.TinhTrang]})
		}
		for i := range min(most, allNotices) {
			notices = append(notices, noticeOf(*m.notices[allNotices-1-i]))
		}
	})
	s.show(w, http.StatusOK, "register", map[string]any{
		"Notice": notice, "Units": units, "People": people, "Notices": notices, "Most": most,
		"AllUnits": allUnits, "AllPeople": allPeople, "AllNotices": allNotices,
	})
}
