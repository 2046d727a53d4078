package office

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"

	"ankhai/app/gateway"
	"ankhai/app/gateway/sandbox"
	"ankhai/app/printer"
	"ankhai/app/redact"
	"ankhai/forms/c12"
	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/forms/payroll"
	"ankhai/forms/print"
	"ankhai/forms/sheet"
	"ankhai/forms/tralai"
	"ankhai/forms/xmlfile"
	"ankhai/signing"
	"ankhai/signing/trust"
	"ankhai/storage"
	"ankhai/storage/keys"
)

// sentences are the outcomes of this package in words.
var sentences = []struct {
	kind error
	say  string
}{
	{ErrNoCompany, "Chưa có đơn vị nào. Nhập đơn vị trước: bhxh init --tax-code … --name … --unit-code … --agency …"},
	{ErrSampleTaken, "Chưa mở được công ty mẫu: mã số thuế của công ty mẫu đang là của một đơn vị trong dữ liệu này. Tập ở một thư mục dữ liệu khác: bhxh --data THƯ_MỤC start sample"},
	{printer.ErrNone, "Máy này chưa có máy in nào, hoặc không có chương trình in. Thêm máy in trong cài đặt của hệ điều hành, hoặc ghi ra tệp PDF rồi in ở máy khác."},
	{printer.ErrUnknown, "Không có máy in mang tên này. Xem các máy in: bhxh print --printers"},
	{printer.ErrRefused, "Máy in chưa nhận. Xem máy in có bật, có giấy không rồi in lại, hoặc mở tệp bằng chương trình xem và in từ đó."},
	{printer.ErrNoChoice, "Trên máy này không chọn được máy in, số bản, in hai mặt: chương trình in PDF của máy tự làm. Bỏ các lựa chọn ấy, hoặc mở tệp bằng chương trình xem và in từ đó."},
	{print.ErrPages, "Trang cần in phải có dạng 3 hoặc 2-5, và có trong tệp."},
	{ErrNoUnsaved, "Không có nội dung nhập dở nào mang tên này. Xem những gì đang nhập dở: bhxh drafts"},
	{ErrNoColour, "Không có màu này. Chọn một trong: lục, lam, cam, tím, hồng, rêu, biển, nâu."},
	{ErrNoPayroll, "Chưa có bảng lương của tháng này. Nhập bảng lương trước: bhxh import TỆP.xlsx --month …"},
	{ErrNoCell, "Ô này không sửa tại đây được: ô không ở dòng nào có chỗ phải xem, hoặc bảng lương được nhập bằng bản cũ. Sửa trong Excel, lưu rồi nhập lại tệp."},
	{ErrUnfixed, "Ô này chưa được sửa tại đây. Xem các ô đã sửa: bhxh payroll fixes --month …"},
	{ErrNoQuestion, "Không có câu hỏi nào mang mã này trong bảng lương của tháng: có thể đã quyết định rồi. Xem lại: bhxh compare --month …"},
	{ErrNoDecision, "Không có quyết định nào mang số này. Xem các quyết định: bhxh compare decisions"},
	{ErrNoJoin, "Không có lần gộp nào mang số này. Xem các lần gộp: bhxh people merges"},
	{ErrJoinChoice, "Chưa gộp: có điều được chọn của bản ghi kia (--theirs) không khác nhau giữa hai bản ghi. Xem những điều khác nhau: bhxh people merge GIỮ BỎ"},
	{storage.ErrSamePerson, "Hai mã là của cùng một bản ghi. Ghi mã của hai bản ghi khác nhau."},
	{storage.ErrJoinedLate, "Chưa tách: sau lần gộp này người ấy còn được gộp với bản ghi khác. Tách lần gộp sau trước. Xem: bhxh people merges"},
	{payroll.ErrViec, "Câu hỏi này không trả lời như vậy được. Các cách trả lời có ở cuối câu hỏi: bhxh compare --month …"},
	{payroll.ErrUngVien, "Chưa quyết định: chưa nói dòng là ai, hoặc người này không ở trong các ứng viên. Ghi mã, số CCCD hoặc mã số BHXH của một ứng viên."},
	{ErrNoTimes, "Tháng này chưa có bảng chấm công. Nhập bảng chấm công, hoặc bảng lương có cột từng ngày: bhxh import TỆP --month …"},
	{ErrNoStatement, "Chưa có thông báo C12-TS của tháng này. Nhập thông báo trước: bhxh c12 import TỆP --month …, hoặc lấy qua cổng: bhxh inbox fetch, rồi bhxh inbox c12 SỐ"},
	{ErrNoMonth, "Chưa nhập: không đọc được tháng của thông báo. Nói rõ là tháng nào (--month 2026-10)."},
	{ErrNoMend, "Việc này không phải lập hồ sơ: xem phần việc nên làm của nguyên nhân, ví dụ gửi văn bản hoặc chờ thông báo sau."},
	{ErrNoPDFText, "Chưa đọc được PDF: máy không có pdftotext (gói poppler-utils). Cài gói đó, hoặc mở PDF, chọn hết, chép vào một tệp .txt rồi nhập tệp ấy; tệp Excel thì đọc được ngay."},
	{ErrPDFText, "Chưa đọc được PDF: tệp hỏng, có mật khẩu, hoặc không có chữ. Xin bản khác của cơ quan BHXH, hoặc tải bản Excel."},
	{c12.ErrJSON, "Tệp JSON không có các dòng của thông báo C12-TS (c12s). Chọn đúng tệp."},
	{c12.ErrTrang, "Chưa đọc được PDF: pdftotext trả về nội dung không hiểu được. Dùng tệp Excel của thông báo."},
	{ErrLayout, "Chưa nhập: tệp không theo cách trình bày đã chọn. Để chương trình tự nhận (bỏ --layout), hoặc chọn đúng tệp."},
	{ErrYear, "Năm phải từ 1995 đến 2199."},
	{ErrBenefitState, "Trạng thái của đợt phải là đề nghị, đã duyệt hoặc bị từ chối."},
	{ErrNoPerson, "Không thấy người này trong đơn vị đang mở. Ghi số ĐDCN/CCCD, mã số BHXH hoặc mã nhân viên như trong danh sách."},
	{ErrSeveralPeople, "Có nhiều người cùng số hoặc mã này. Ghi số ĐDCN/CCCD hoặc mã số BHXH."},
	{ErrNotTheCommune, "Chưa đổi: xã được chọn không phải nơi mà xã cũ của người đó đã nhập vào. Xem các nơi chọn được: bhxh communes"},
	{ErrNoField, "Hồ sơ người lao động không có mục này, hoặc mục này không sửa tay. Xem các mục: bhxh person edit MÃ"},
	{ErrNoCalculator, "Không có máy tính với tên này. Xem danh sách: bhxh law benefit"},
	{ErrNotAnAmount, "Ô hoặc tổng này không phải số tiền, tỷ lệ hay hệ số của mẫu. Xem các cột: bhxh forms show MẪU"},
	{ErrNoFigure, "Tổng quan không có số nào tên như vậy. Chọn một trong: phaiDong, quyLuong, vuotTran, quyBangLuong"},
	{ErrNoPeople, "Không thấy người nào trong tệp. Kiểm tra tiêu đề cột (Họ và tên, Mức lương đóng BHXH …) rồi nhập lại."},
	{ErrNothingToDraft, "Không có gì để kê khai: không có đề xuất nào, hoặc đã có hồ sơ. Xem lại bảng lương và tháng."},
	{sheet.ErrMark, "Chưa ghi chú được vào tệp này: bản có ghi chú không giữ nguyên mọi ô nên không đưa ra. Mở tệp bằng Excel, lưu lại rồi nhập và làm lại."},
	{sheet.ErrLongText, "Chưa ghi được tệp Excel: có ô dài hơn 32.767 ký tự là mức Excel cho phép. Rút ngắn ô ấy trong hồ sơ rồi làm lại."},
	{ErrReportTooLong, "Chưa tạo được bản PDF: báo cáo dài hơn 5.000 dòng nên không ai đọc trên giấy. Xuất ra Excel."},
	{ErrNoProcedure, "Không có thủ tục với mã này. Xem danh sách: bhxh services procedures"},
	{ErrNoService, "Không có dịch vụ công với mã này. Xem danh sách: bhxh services list"},
	{ErrNoCase, "Dịch vụ này không có trường hợp với mã đó. Xem các trường hợp: bhxh services show MÃ"},
	{ErrChooseProcedure, "Trường hợp này nộp được theo nhiều thủ tục. Chọn một trường hợp cụ thể, hoặc chọn thủ tục (--procedure)."},
	{ErrNothingToFile, "Dịch vụ này không lập hồ sơ, chỉ có hướng dẫn. Xem giấy tờ cần mang: bhxh services show MÃ"},
	{ErrHandIn, "Hồ sơ này không nộp qua I-VAN: người có tên trong hồ sơ, UBND xã hoặc cơ sở khám chữa bệnh tự nộp. Lưu gói hồ sơ đã ký (bhxh export MÃ --out TỆP.zip) rồi giao cho người nộp; nộp xong thì ghi số hồ sơ (bhxh outbox received MÃ --so-ho-so SỐ)."},
	{ErrNoCode, "Hồ sơ này không chờ mã xác nhận nào: chỉ lần đăng ký đầu tiên của đơn vị, đã gửi qua cổng, mới có mã gửi tới thư điện tử."},
	{ErrNoLayout, "Chưa ai công bố bố cục tệp XML của mẫu này nên không cổng nào nhận được. Lưu tệp đã ký (bhxh export MÃ --out TỆP), giao cho tổ chức I-VAN rồi ghi biên nhận (bhxh outbox received MÃ)."},
	{ErrOwnFile, "Hồ sơ này là một tệp riêng gửi tới tổ chức I-VAN, và đơn vị chưa chọn cổng nào. Chọn cổng (bhxh gateway set https://…) để gửi; hoặc lưu tệp đã ký (bhxh export MÃ --out TỆP), giao cho I-VAN rồi ghi biên nhận (bhxh outbox received MÃ)."},
	{ErrAgencyForm, "Mẫu này do cơ quan BHXH lập, chỉ để đọc và đối chiếu, nên không kê khai được. Bỏ mẫu ấy rồi làm lại."},
	{ErrNoPaper, "Dịch vụ của hồ sơ này không có giấy tờ với mã đó. Xem danh sách: bhxh papers MÃ"},
	{ErrFormThere, "Hồ sơ đã có mẫu này. Mở mẫu đó và thêm dòng."},
	{ErrNotTaken, "Thủ tục của hồ sơ này không nhận mẫu ấy. Xem các mẫu thêm được: bhxh forms of MÃ"},
	{ErrNoForm, "Không có mẫu này, hoặc mẫu không còn áp dụng. Xem danh sách: bhxh forms list"},
	{ErrNoGateway, "Chưa gửi: đơn vị này chưa chọn cổng. Hồ sơ đã ký nằm trong hộp gửi. Chọn cổng của I-VAN, một thư mục, hoặc cổng thực hành để tập (--gateway https://…, file:THƯ_MỤC, thuc-hanh): bhxh gateway set"},
	{ErrGatewayAccount, "Chưa giữ được tài khoản: tên đăng nhập không được trống, không chứa dấu hai chấm hay xuống dòng, và phải có mật khẩu."},
	{ErrNoUnitCode, "Chưa lấy được thông báo: đơn vị chưa có mã đơn vị do cơ quan BHXH cấp. Ghi mã vào thông tin đơn vị: bhxh init --tax-code MST --unit-code MÃ"},
	{ErrNotStatement, "Thông báo này không có tệp C12-TS đọc được số liệu. Xem các tệp: bhxh inbox show SỐ"},
	{ErrInboxTurns, "Chưa lấy hết thông báo: cổng trả các trang không có điểm dừng. Phần đã lấy được giữ lại; báo cho tổ chức I-VAN."},
	{ErrNoGatewayAccount, "Đơn vị này chưa có tài khoản ở cổng. Nhập: bhxh gateway account set TÊN --secret-file TỆP"},
	{ErrAccountKey, "Chưa lấy được mật khẩu tài khoản cổng: kho khoá của máy đang khoá, không trả lời, hoặc là máy khác. Mở khoá máy rồi thử lại, hoặc nhập lại tài khoản: bhxh gateway account set TÊN --secret-file TỆP"},
	{ErrCannotAsk, "Hồ sơ của đơn vị này xuất ra tệp nên không hỏi được gì từ đây. Chọn một cổng HTTPS, hoặc cổng thực hành để tập (--gateway https://…, thuc-hanh): bhxh gateway set"},
	{ErrNoNumber, "Người này chưa có số CCCD lẫn mã số BHXH nên không hỏi được cơ quan BHXH. Thêm một số vào bảng lương rồi nhập lại."},
	{gateway.ErrPin, "Mã ghim không đúng: phải là 44 ký tự base64 của SHA-256 khoá công khai. Xem các khoá cổng đang xuất trình: bhxh gateway pin ĐỊA_CHỈ"},
	{ErrBadAddress, "Địa chỉ cổng không đúng: phải có dạng https://máy-chủ, file:THƯ_MỤC hoặc thuc-hanh."},
	{ErrResting, "Chưa gửi: cổng nhiều lần liên tiếp không trả lời nên được để yên một lúc. Hồ sơ còn nguyên trong hộp gửi và sẽ tự gửi tiếp; muốn thử ngay thì bấm Gửi, hoặc bhxh outbox run."},
	{ErrDoubt, "Chưa rõ hồ sơ đã đến nơi nhận hay chưa, và nơi nhận không hỏi lại được. Hỏi nơi nhận, rồi chọn: đã nhận (nhập số hồ sơ hoặc biên nhận), hoặc gửi lại đúng tệp đã ký."},
	{ErrOnItsWay, "Không giữ lại được: hồ sơ không còn chờ trong hộp gửi, hoặc đang được gửi. Xem hộp gửi: bhxh outbox"},
	{ErrNoKeyFile, "Không nhớ tệp khoá nào ở chỗ này. Xem các tệp đã nhớ: bhxh tokens"},
	{ErrIVANCode, "Mã tổ chức I-VAN gồm năm chữ số. Hỏi tổ chức I-VAN của đơn vị rồi ghi lại."},
	{ErrNoDoubt, "Hồ sơ này không ở trạng thái nghi vấn nên không có gì để quyết định. Xem trạng thái: bhxh show MÃ"},
	{ErrNoProof, "Chưa ghi nhận: cần số hồ sơ hoặc tệp biên nhận mà nơi nhận đã trả. Nhập một trong hai rồi làm lại."},
	{ErrNoKey, "Chưa chọn khoá ký. Xem các khoá của máy (bhxh tokens), chọn một khoá (--key p12:TỆP hoặc pkcs11:TRÌNH_ĐIỀU_KHIỂN, kèm --pin-file hoặc --pin-env) rồi ký lại."},
	{ErrKeyKind, "Tên khoá không hiểu được. Dùng p12:TỆP, pkcs11:TRÌNH_ĐIỀU_KHIỂN[?token=TÊN][&cert=MÃ], remote:TÊN hoặc thuc-hanh."},
	{ErrRemoteName, "Tên tài khoản ký từ xa chỉ gồm chữ không dấu, số, dấu gạch và dấu chấm, không quá 40 ký tự. Chọn tên khác, ví dụ: smartca."},
	{ErrNoRemote, "Không có tài khoản ký từ xa mang tên này. Xem các tên đã khai: bhxh remote list"},
	{ErrSeveralEmployers, "Chưa giao: các hồ sơ của nhiều đơn vị. Mỗi tệp giao ký chỉ chứa hồ sơ của một đơn vị; giao riêng từng đơn vị."},
	{ErrNothingGiven, "Chưa giao: chưa chọn hồ sơ nào."},
	{ErrNotGiven, "Chưa mở được: tệp này không phải hồ sơ giao ký, hoặc do bản AnKhai khác lập nên ở đây không đọc được. Xin người giao gửi lại."},
	{ErrNoReturn, "Chưa nhận: tệp này không phải tệp trả về sau khi ký. Chọn tệp người ký đã gửi lại."},
	{ErrNotOut, "Chưa nhận: hồ sơ không đang giao ký bằng tệp này. Có thể đã gọi lại, đã nhận về, hoặc đã giao lại bằng tệp khác. Xem: bhxh handover"},
	{ErrOtherContents, "Chưa nhận: nội dung đã ký khác với hồ sơ đã giao, hoặc hai máy dùng hai bản AnKhai khác nhau. Gọi hồ sơ lại, xem khác ở đâu, rồi giao lại bằng cùng một bản."},
	{ErrSignedWhen, "Chưa nhận: giờ ký nằm ngoài thời gian giao ký. Kiểm tra đồng hồ của hai máy, gọi hồ sơ lại rồi giao lại."},
	{ErrUntrusted, "Chưa nhận: chữ ký trả về không hợp lệ theo kho tin cậy của máy này. Xem kho: bhxh trust list; hỏi người ký đã dùng chứng thư nào."},
	{ErrLetterPass, "Mật khẩu của tệp không đúng. Hỏi lại người đã gửi tệp; mật khẩu nên được báo bằng đường khác với tệp."},
	{ErrNoRole, "Không có người nào tên như vậy trên máy này. Xem danh sách: bhxh roles"},
	{ErrRoleName, "Tên người phải có, và không quá 80 ký tự."},
	{ErrRoleNothing, "Chọn ít nhất một vai: người lập, người ký, hoặc cả hai."},
	{ErrRolePass, "Mật khẩu của người này không đúng, hoặc chưa gõ. Gõ lại; người quên mật khẩu thì người quản dữ liệu khôi phục từ bản sao lưu trước đó, hoặc thêm một tên mới."},
	{ErrRoleShort, fmt.Sprintf("Mật khẩu của người phải có ít nhất %d ký tự.", MinRolePassphrase)},
	{ErrNobody, "Chưa biết ai đang làm. Chọn người trước: bhxh … --as TÊN"},
	{ErrNotMaker, "Người này không có vai người lập nên không trình duyệt được."},
	{ErrNotSigner, "Người này không có vai người ký nên không duyệt được."},
	{ErrSamePerson, "Người đã trình hồ sơ không tự duyệt được. Người khác có vai người ký duyệt."},
	{ErrNotSubmitted, "Hồ sơ chưa được trình duyệt, hoặc đã sửa sau khi trình. Người lập trình lại: bhxh roles submit MÃ --as TÊN"},
	{ErrNotApproved, "Chưa ký được: đơn vị yêu cầu hai người, hồ sơ đang chờ duyệt. Người ký duyệt trước: bhxh roles approve MÃ --as TÊN"},
	{ErrNotChecked, "Hồ sơ chưa kiểm, hoặc còn lỗi. Kiểm tra và sửa hết lỗi rồi làm tiếp: bhxh check MÃ"},
	{ErrTwoNeeded, "Chưa bật được: cần ít nhất hai người trên máy này, một người lập và một người ký khác. Thêm người: bhxh roles add TÊN"},
	{ErrNotReached, "Chưa ký: việc ký loạt dừng trước hồ sơ này. Ký lại các hồ sơ đó; hồ sơ đã ký không phải ký lại."},
	{ErrNotReturned, "Hồ sơ này không bị trả lại, cũng không phải bản lập lại của hồ sơ bị trả. Xem trạng thái: bhxh show MÃ"},
	{ErrNoneNamed, "Chưa tách: không lý do nào nêu chắc chắn một dòng. Xem các lý do (bhxh reasons MÃ) rồi tự chọn dòng (--rows D02-LT:3,5)."},
	{tralai.ErrKhongTach, "Chưa tách: các dòng được chọn là tất cả, hoặc không có dòng nào. Lập lại cả hồ sơ: bhxh redo MÃ"},
	{ErrNoOrigin, "Hồ sơ này không phải bản lập lại và chưa có bản lập lại nào. Nêu hồ sơ thứ hai để so: bhxh diff MÃ MÃ_KHÁC"},
	{ErrNotSaid, "Chưa ghi: nói rõ cơ quan BHXH đã trả lại, đã có kết quả, hay mới nhận hồ sơ (--as returned, result hoặc accepted)."},
	{ErrEmptyFile, "Tệp rỗng. Tải hoặc chép lại tệp rồi nhập."},
	{ErrNoRule, "Đơn vị không có quy tắc riêng mang số này. Xem danh sách: bhxh rules local list"},
	{ErrNotSigned, "Hồ sơ chưa ký. Ký hồ sơ trước: bhxh sign MÃ --key …"},
	{ErrTooBig, "Hồ sơ quá lớn: cổng nhận nhiều nhất 6 tệp và 5 MB. Tách hồ sơ thành nhiều đợt hoặc giảm tệp kèm theo."},
	{ErrNoConverter, "Chưa đính kèm được: tệp Word, Excel phải chuyển sang PDF trước. Mở tệp, chọn «Lưu thành PDF» rồi đính kèm tệp PDF; hoặc cài LibreOffice để chương trình tự chuyển."},
	{ErrConvert, "Chưa đính kèm được: LibreOffice không chuyển được tệp này sang PDF. Mở tệp, chọn «Lưu thành PDF» rồi đính kèm tệp PDF."},
	{print.ErrPicture, "Chưa đính kèm được: ảnh hỏng hoặc quá lớn. Chụp, quét lại ở 300 điểm/inch, lưu thành JPEG hoặc PNG rồi đính kèm."},
	{ErrLocked, "Chưa đính kèm được: PDF đang có mật khẩu hoặc bị khoá nên không ký được và cơ quan BHXH không mở được. Bỏ mật khẩu, lưu lại rồi đính kèm."},
	{ErrAttachment, "Chưa đính kèm được: chỉ nhận PDF, ảnh (.jpg, .png) và tệp Word, Excel; nội dung phải đúng như tên tệp. Chọn đúng tệp, hoặc lưu thành PDF trước."},
	{ErrFileKind, "Tệp không phải XML hoặc PDF. Chọn tệp tờ khai .xml hoặc bản in .pdf."},
	{ErrNoSignatureNode, "Chưa ký được: tệp XML không có chỗ ký (Cky hoặc CKy_Dvi). Xuất lại tệp từ chương trình đã lập nó."},
	{ErrNotBackup, "Tệp này không phải bản sao lưu hay tệp giao đơn vị của AnKhai, hoặc đã bị cắt mất phần cuối. Chọn tệp khác, hoặc chép lại tệp."},
	{ErrBackupBroken, "Tệp này bị hỏng hoặc đã bị sửa nên không dùng được; dữ liệu ở đây không bị ảnh hưởng. Chọn bản sao khác, hoặc xin người giao gửi lại tệp."},
	{ErrFilePass, "Mật khẩu của tệp không đúng. Kiểm tra bộ gõ tiếng Việt và phím Caps Lock rồi gõ lại, hoặc hỏi lại người đã giao tệp."},
	{ErrOneEmployer, "Tệp này chỉ chứa một đơn vị nên không thay được toàn bộ dữ liệu. Nhận đơn vị ấy vào: bhxh employer import TỆP"},
	{ErrWhichEmployer, "Bản sao này chứa nhiều đơn vị. Nói rõ đơn vị cần lấy (--employer MÃ_SỐ_THUẾ)."},
	{ErrSamePlace, "Nơi sao lưu thứ hai phải ở ngoài thư mục dữ liệu, trên một ổ đĩa khác. Chọn thư mục khác."},
	{ErrReason, "Chưa xoá: phải chọn lý do het-han (hết hạn lưu), yeu-cau (người lao động yêu cầu) hoặc nham (nhập nhầm)."},
	{ErrClock, "Chưa xoá: đồng hồ của máy sai nên không tính được hạn lưu. Chỉnh lại ngày giờ rồi làm lại."},
	{sandbox.ErrLocked, "Cổng thực hành của thư mục này đang chạy ở nơi khác. Đóng nó, hoặc gửi tới nó (--gateway https://127.0.0.1:CỔNG)."},
	{sandbox.ErrSealed, "Không mở được sổ của cổng thực hành: sổ được khoá bằng khoá khác, hoặc đã bị sửa. Mở bằng đúng dữ liệu đã tạo ra nó, hoặc xoá thư mục cong-thuc-hanh để bắt đầu lại (chỉ mất các lần gửi thử)."},
	{sandbox.ErrNewer, "Sổ của cổng thực hành do bản chương trình mới hơn ghi. Cập nhật chương trình rồi mở lại."},
	{sandbox.ErrForeign, "Tệp so-cong.db trong thư mục cong-thuc-hanh không phải sổ của cổng thực hành, hoặc đã hỏng. Chuyển tệp ấy đi chỗ khác rồi mở lại (chỉ mất các lần gửi thử)."},
	{context.Canceled, "Đã dừng theo yêu cầu. Những gì đã xong vẫn được giữ."},
	{context.DeadlineExceeded, "Quá thời gian chờ. Thử lại sau."},
	{fs.ErrNotExist, "Không có tệp hoặc thư mục này. Kiểm tra lại đường dẫn."},
	{fs.ErrPermission, "Không có quyền đọc hoặc ghi ở đây. Kiểm tra quyền của thư mục, hoặc chọn thư mục khác."},
	{fs.ErrExist, "Đã có tệp cùng tên. Chọn tên khác."},
	{syscall.ENOSPC, "Chưa ghi được: ổ đĩa đã đầy. Giải phóng dung lượng rồi làm lại."},
	{syscall.EROFS, "Nơi này chỉ cho đọc, không cho ghi. Chọn thư mục khác."},
	{ErrTrusted, "Tệp chứng thư gốc (--ca) không phải PEM. Chọn tệp có dòng BEGIN CERTIFICATE."},
	{trust.ErrNoEntry, "Không có đúng một chứng thư nào trong kho tin cậy với mã này. Xem mã ở bhxh trust list, ghi ít nhất 6 chữ số đầu."},
	{syscall.ENOTDIR, "Đường dẫn đi qua một tệp, không phải thư mục. Chọn thư mục khác."},
	{syscall.EISDIR, "Đường dẫn là một thư mục, không phải tệp. Chọn tệp."},
	{xmlfile.ErrDoctype, "Tệp XML có khai báo DOCTYPE nên không được nhận. Xuất lại tệp không có DOCTYPE."},
	{xmlfile.ErrTooLarge, "Tệp XML quá lớn. Chọn đúng tệp tờ khai."},
	{xmlfile.ErrTooDeep, "Tệp XML lồng quá sâu. Chọn đúng tệp tờ khai."},
	{xmlfile.ErrText, "Có ký tự không ghi được vào tệp XML trong một ô của hồ sơ. Gõ lại các ô có chữ chép từ nơi khác rồi làm lại."},
	{ErrEncoding, "Tệp không ở bảng mã UTF-8 (đang là UTF-16 hoặc bảng mã cũ như TCVN3, Windows-1258). Lưu lại dạng UTF-8, hoặc xuất lại từ chương trình đã lập nó."},
	{ErrUnreadable, "Tệp không đọc được như một tờ khai XML đã biết (D02-TS-595.xml, TK1-TS-595.xml). Chọn đúng tệp, hoặc xuất lại từ chương trình đã lập nó."},
}

// Say puts an error of any room below into words: what, and how to mend it.
func Say(err error) string {
	if err == nil {
		return ""
	}
	var faults *FaultsError
	if errors.As(err, &faults) {
		return "Chưa ký được: hồ sơ còn lỗi. Sửa các lỗi đã liệt kê rồi ký lại."
	}
	var proven *ProvenError
	if errors.As(err, &proven) {
		return proven.Say()
	}
	var folder *FolderError
	if errors.As(err, &folder) {
		return folder.Say()
	}
	var crash *Crash
	if errors.As(err, &crash) {
		return "Chưa làm xong: chương trình vấp một lỗi bên trong và đã dừng việc này. Những gì đã lưu vẫn còn nguyên. Làm lại; nếu vẫn vậy, gửi dòng này cho người hỗ trợ: " +
			crash.Error() + "."
	}
	var glyph *print.ErrGlyph
	if errors.As(err, &glyph) {
		return glyph.Say()
	}
	if errors.Is(err, ErrNotAsked) {
		why := "cổng không trả lời rõ"
		if errors.Is(err, gateway.ErrDown) {
			why = "không kết nối được với cổng"
		}
		return "Chưa hỏi được tiến độ: " + why + ". Hồ sơ đã gửi không bị ảnh hưởng; kiểm tra mạng rồi hỏi lại."
	}
	if errors.Is(err, ErrNotSettled) {
		why := "cổng không trả lời rõ"
		if errors.Is(err, gateway.ErrDown) {
			why = "không kết nối được với cổng"
		}
		return "Chưa hỏi được cổng về lần gửi trước: " + why + ". Hồ sơ còn nguyên trong hộp gửi, chưa gửi lại; kiểm tra mạng rồi gửi tiếp."
	}
	if errors.Is(err, ErrCodeRefused) { // its words must not speak of signing again
		return "Cổng không nhận mã xác nhận này; hồ sơ đã gửi không bị ảnh hưởng. Lời của cổng:" + reasons(err)
	}
	for _, kind := range gatewayErrors {
		if errors.Is(err, kind) {
			return gateway.Say(err) + reasons(err)
		}
	}
	if say := keys.Say(err); say != "" {
		return say
	}
	if say := storage.Say(err); say != "" {
		return say
	}
	if say := sheet.Say(err); say != "" {
		return say
	}
	if errors.Is(err, sheet.ErrNoOfficial) {
		return noOfficial()
	}
	if errors.Is(err, sheet.ErrLayout) {
		return "Không có mẫu bảng lương này. Có: " + strings.Join(sheet.PayrollLayouts, ", ")
	}
	var answers law.LoiVaos
	if errors.As(err, &answers) {
		return answers.Error()
	}
	var rule *tralai.LoiQuyTac
	if errors.As(err, &rule) {
		return rule.Say
	}
	var missing *law.ChuaBiet
	if errors.As(err, &missing) {
		return missing.Say
	}
	for _, s := range sentences {
		if errors.Is(err, s.kind) {
			return s.say
		}
	}
	if isSigning(err) {
		return signing.Say(err)
	}
	return fmt.Sprintf("Chưa làm được vì một lỗi chưa có lời giải thích: %s. Thử lại; nếu vẫn vậy, gửi dòng này cho người hỗ trợ.", redact.Text(err.Error()))
}

// gatewayErrors are the outcomes that gateway.Say has words for.
var gatewayErrors = []error{
	gateway.ErrRefused, gateway.ErrUnclear, gateway.ErrDown, gateway.ErrCredentials,
	gateway.ErrKeyTaken, gateway.ErrUnknownKey, gateway.ErrNoTracking, gateway.ErrNotThere, gateway.ErrPackage,
}

// Refusal lists what the gateway has against a dossier that it refused, word for
// word; nothing for any other error.
func Refusal(err error) []Finding {
	var r *gateway.RefusedError
	if !errors.As(err, &r) {
		return nil
	}
	var out []Finding
	for _, f := range r.Findings {
		level := form.Loi
		if f.NhacNho {
			level = form.Nhac
		}
		out = append(out, Finding{Field: strings.TrimSpace(f.Tep + " " + f.Cho), Code: f.Ma, Level: level, Say: f.ThongBao})
	}
	return out
}

// reasons are the Lỗi of a refusal, each on a line of its own.
func reasons(err error) string {
	var b strings.Builder
	for _, f := range Refusal(err) {
		if f.Level != form.Loi {
			continue
		}
		b.WriteString("\n  - ")
		if f.Field != "" {
			b.WriteString(f.Field + ": ")
		}
		b.WriteString(f.Say + " (" + f.Code + ")")
	}
	return b.String()
}

func isSigning(err error) bool {
	var e *signing.Error
	return errors.As(err, &e) || signing.Known(err)
}
