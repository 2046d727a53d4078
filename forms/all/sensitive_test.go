package all_test

import (
	"strings"
	"testing"

	"ankhai/forms/codes"
	"ankhai/forms/form"
)

// sensitiveWords are the kinds of data of Nghị định 356/2025/NĐ-CP, Điều 4 that a
// form may ask for, as their columns would be called, without diacritics.
var sensitiveWords = []string{
	"dan toc", "chung toc", "ton giao", "chinh kien", "suc khoe", "benh", "chan doan", "thuong tat", "khuyet tat", "suy giam",
	"sinh trac", "van tay", "anh can cuoc", "anh cccd", "tai khoan ngan hang", "so tai khoan", "tinh duc", "doi song rieng",
}

// notSensitive are columns whose label has such a word and means something else:
// by tag in every mẫu, or by mẫu and tag.
var notSensitive = map[string]string{
	"NoiKCB":            "nơi khám, chữa bệnh ban đầu là nơi đăng ký, không nói về sức khoẻ",
	"01BHYT HoTen":      "tên của người được điều trị; sức khoẻ nằm ở chẩn đoán",
	"01BHYT NgaySinh":   "ngày sinh của người được điều trị; sức khoẻ nằm ở chẩn đoán",
	"01BHYT DNQuanHe":   "quan hệ của người đề nghị, không nói về sức khoẻ",
	"C12-TS SoTaiKhoan": "tài khoản thu của cơ quan BHXH, không phải của một người",
}

// A column that asks for sensitive data says so in its declaration: it is shown so,
// and dropped when the dossier is finished.
func TestSensitiveColumnsAreDeclared(t *testing.T) {
	found := 0
	for _, f := range form.Forms() {
		tables := append([]*form.Table{f.Table}, f.Subs...)
		if f.Head != nil {
			tables = append(tables, f.Head)
		}
		for _, table := range tables {
			for _, c := range table.Columns() {
				label, asks := codes.Fold(c.Label), ""
				for _, w := range sensitiveWords {
					if strings.Contains(label, w) {
						asks = w
					}
				}
				if notSensitive[c.Tag] != "" || notSensitive[f.ID+" "+c.Tag] != "" {
					continue
				}
				if asks != "" && !c.Sensitive {
					t.Errorf("%s, cột %s (%s): nói về %q mà không khai form.Personal", f.ID, c.Tag, c.Label, asks)
				}
				if c.Sensitive {
					found++
				}
			}
		}
	}
	if found < 2 {
		t.Errorf("%d sensitive columns, want those of dân tộc at least", found)
	}
}
