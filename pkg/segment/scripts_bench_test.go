package segment

import (
	"strings"
	"testing"

	"github.com/wireprint/wireprint/pkg/news"
)

// BenchmarkScripts reads text of which hardly a word is ASCII.
func BenchmarkScripts(b *testing.B) {
	for _, bb := range []struct{ name, sentence string }{
		{"French", "Le préfet a été alerté peu après l’aube, a déclaré la société à la presse, évoquant une panne « généralisée ». "},
		{"German", "Die Fähre lag am Dienstagmorgen für drei Stunden am Südpier, weil der Kapitän größere Schäden befürchtete. "},
		{"Vietnamese", "Chiếc phà bốc cháy tại bến vào sáng sớm thứ Hai, lực lượng tuần duyên cho biết có mười hai người bị thương. "},
		{"Cyrillic", "Паром загорелся у причала рано утром в понедельник, сообщили в береговой охране, двенадцать человек пострадали. "},
		{"Greek", "Το πλοίο έπιασε φωτιά στην προβλήτα νωρίς το πρωί της Δευτέρας, ανακοίνωσε η ακτοφυλακή του λιμανιού. "},
		{"Arabic", "اندلع حريق في العبارة عند الرصيف في وقت مبكر من صباح الاثنين، وقال خفر السواحل إن اثني عشر شخصا أصيبوا. "},
		{"Hebrew", "המעבורת עלתה באש ברציף בשעת בוקר מוקדמת ביום שני, כך מסר משמר החופים, ושנים עשר בני אדם נפצעו. "},
		{"Devanagari", "सोमवार तड़के घाट पर नौका में आग लग गई और बारह लोग घायल हो गए, तटरक्षक बल ने यह जानकारी दी। "},
		{"Chinese", "周一清晨，渡轮在泊位起火，海岸警卫队称有十二人受伤，港口于中午前恢复通航。"},
		{"Japanese", "月曜日の早朝、岸壁に停泊中のフェリーから出火し、沿岸警備隊によると十二人がけがをした。"},
		{"Thai", "เรือข้ามฟากเกิดไฟไหม้ที่ท่าเรือเมื่อเช้ามืดวันจันทร์ หน่วยยามฝั่งระบุว่ามีผู้บาดเจ็บสิบสองคน "},
		{"Korean", "월요일 새벽 부두에 정박한 여객선에서 불이 나 열두 명이 다쳤다고 해안경비대가 밝혔다. "},
	} {
		b.Run(bb.name, func(b *testing.B) {
			text := strings.Repeat(bb.sentence, 100)
			var s Sequence
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				s.Reset()
				s.AddParagraph(text, news.Span{End: len(text)})
			}
		})
	}
}
